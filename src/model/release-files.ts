/** The files that a release adds to a site: its manifest, what is said of the release, the signature, the list of packages. */
export const MANIFEST_FILE = 'manifest.json';
export const ENVELOPE_FILE = 'manifest.envelope.json';
export const SIGNATURE_FILE = 'manifest.json.minisig';
export const SBOM_FILE = 'sbom.cdx.json';
