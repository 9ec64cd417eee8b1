/** The style of a proof sheet, for the screen and for A4 paper. */
export const STYLE = `
:root{color-scheme:light;--ink:#1b1b1b;--soft:#666;--line:#c9c9c9;--red:#a3150f}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:84rem;color:var(--ink);background:#fff;font:15px/1.65 "Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif}
h1{font:700 1.7rem/1.35 "Noto Serif SC","Source Han Serif SC","SimSun",serif;margin:.3rem 0 .5rem;text-wrap:balance}
h2{font-size:1.08rem;margin:2rem 0 .6rem;padding-block-end:.25rem;border-bottom:2px solid var(--ink)}
h3{font-size:.95rem;margin:.9rem 0 .3rem}
p{margin:.2rem 0}
header{border-bottom:4px double var(--red);padding-block-end:.7rem}
.stamp{color:var(--red);letter-spacing:.06em}.stamp b{border:2px solid;border-radius:3px;padding:.05em .5em;margin-inline-end:.6em;letter-spacing:.4em}
.facts span+span::before{content:"·";margin-inline:.6em;color:var(--soft)}
.count{font-weight:700}.held{font-weight:700;color:var(--red)}
.number,.hint,.around{color:var(--soft)}.number code,.hint{font-size:.8rem}
code{font-family:ui-monospace,Consolas,monospace;font-size:.85em;overflow-wrap:anywhere}
table{border-collapse:collapse;inline-size:100%;font-size:.9rem}
th,td{border:1px solid var(--line);padding:.28rem .55rem;text-align:start;vertical-align:top}
th{font-weight:600;white-space:nowrap}thead th{background:#f3f3f3}
td.n{white-space:nowrap;inline-size:1%}td.n label{display:flex;gap:.4em;align-items:center;font-variant-numeric:tabular-nums}
input{inline-size:1.05em;block-size:1.05em;margin:0;accent-color:#1d6b2c}
tr:has(:checked){background:#f2f8f2}
tr.private td,tr.error td{background:#ffeaea}
.found{color:#1d6b2c;white-space:nowrap}.absent{color:var(--red);font-weight:700;white-space:nowrap}
.names span{display:inline-block;border:1px solid var(--line);border-radius:3px;padding:0 .45em;margin:.1em .3em .1em 0}
.page.beside{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:1.2rem;align-items:start}
.original{border:1px solid var(--line);padding:.6rem .8rem;background:#fbfaf5;font-family:"Noto Serif SC","SimSun",serif}
.original h3{margin-top:0;font-family:sans-serif}.original p{margin:.35rem 0;padding-inline-start:2.6em;position:relative;overflow-wrap:anywhere}
.original .line{position:absolute;inset-inline-start:0;inline-size:2.1em;text-align:end;color:var(--soft);font:.72rem/2 ui-monospace,monospace}
.original img,.original object{inline-size:100%}.original object{block-size:60rem}
.drawn{border:1px solid var(--line);overflow:hidden}.plain{border:1px solid var(--line);padding:.8rem 1.1rem}
.plain p{text-indent:2em}
.item::after{content:attr(data-n);font:700 .58em/1 sans-serif;vertical-align:super;color:#a00;padding-inline-start:.15em}
.signing td{block-size:3.2em;inline-size:36%}
pre{background:#f3f3f3;padding:.6rem .8rem;overflow-x:auto;font-size:.78rem}
@page{size:A4;margin:15mm 14mm 16mm}
@media print{body{padding:0;max-width:none;font-size:9.5pt}h2{break-after:avoid}tr,.sign{break-inside:avoid}input{appearance:none;border:1px solid #000;border-radius:1px}input:checked{background:#000}.item,tr td{-webkit-print-color-adjust:exact;print-color-adjust:exact}.original object{display:none}}
@media (max-width:50rem){.page.beside{grid-template-columns:minmax(0,1fr)}}
`;

/** Counts what is ticked, keeps it in the browser for the sheet's number, and shows pages in browsers that do not read their templates. */
export const SCRIPT = `
const boxes=[...document.querySelectorAll('input[data-n]')],count=document.querySelector('.count'),form=document.body.dataset.count,key='dafu-proof-'+document.body.dataset.sheet;
for(const t of document.querySelectorAll('template[shadowrootmode]')){const r=t.parentNode.attachShadow({mode:'open'});r.appendChild(t.content);t.remove()}
let kept=[];try{kept=JSON.parse(localStorage.getItem(key)||'[]')}catch{}
for(const b of boxes)b.checked=kept.includes(b.dataset.n);
const show=()=>{const done=boxes.filter(b=>b.checked);count.textContent=form.replace('-1',done.length).replace('-2',boxes.length);try{localStorage.setItem(key,JSON.stringify(done.map(b=>b.dataset.n)))}catch{}};
addEventListener('change',show);show();
`;
