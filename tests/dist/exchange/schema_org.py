"""Reads the JSON-LD of pages as RDF, and says which of its terms schema.org does not have."""

import json
import sys
from collections import Counter

from rdflib import RDF, SDO, Graph

SCHEMA = "https://schema.org/"
# The one word that is no property but a part of an action, by schema.org/docs/actions.html.
ACTIONS = {"query-input"}

types: Counter[str] = Counter()
unknown: set[str] = set()
for page, nodes in json.load(sys.stdin).items():
    for node in nodes:
        if node.get("@context") != "https://schema.org":
            unknown.add(f"{page}: context {node.get('@context')}")
        graph = Graph()
        graph.parse(data=json.dumps({**node, "@context": {"@vocab": SCHEMA}}), format="json-ld")
        if len(graph) == 0:
            unknown.add(f"{page}: nothing is read of {node.get('@type')}")
        for _, predicate, value in graph:
            if predicate == RDF.type:
                term = str(value).removeprefix(SCHEMA)
                types[term] += 1
            else:
                term = str(predicate).removeprefix(SCHEMA)
            if term not in SDO and term not in ACTIONS:
                unknown.add(f"{page}: {term}")
print(json.dumps({"types": types, "unknown": sorted(unknown)}, ensure_ascii=False))
