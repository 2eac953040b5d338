// The one style sheet. It stands in the page: a page that fetches nothing reads the same in ten years.

/// How a page looks, on screen and on paper.
enum HTMLStyle {
  static let css = """
    :root{\(HTMLPalette.light.css)}
    @media screen and (prefers-color-scheme:dark){:root{\(HTMLPalette.dark.css)}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;padding:2.5rem 1.25rem 3rem;max-width:64rem;background:var(--paper);
    color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
    overflow-wrap:break-word}
    h1,h2,h3{line-height:1.25;font-weight:700}
    h1{font-size:1.9rem;letter-spacing:-.01em;margin:0 0 .5rem}
    h2{font-size:1.3rem;margin:3rem 0 .75rem;padding-top:1rem;border-top:2px solid var(--ink)}
    h3{font-size:1.05rem;margin:2.25rem 0 .5rem}
    p{margin:.5rem 0;max-width:44rem}
    a{color:var(--link);text-decoration:underline}
    a:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-100vw;top:0;padding:.75rem 1rem;background:var(--paper)}
    .skip:focus{left:0}
    .state{color:var(--quiet);font-weight:600}
    .tiles{display:flex;flex-wrap:wrap;gap:1rem 3rem;margin:1.75rem 0 0}
    .tiles div{display:flex;flex-direction:column-reverse}
    .tiles dt{color:var(--quiet)}
    .tiles dd{margin:0;font-size:2.1rem;line-height:1.2;font-weight:700;
    font-variant-numeric:tabular-nums}
    .tiles a{color:inherit;text-decoration-color:var(--rule)}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:2rem 0 0;padding:0}
    .scroll{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.4;
    font-variant-numeric:tabular-nums}
    caption{text-align:left;color:var(--quiet);padding:0 0 .5rem}
    th,td{padding:.4rem .75rem .4rem 0;text-align:left;vertical-align:top;
    border-bottom:1px solid var(--rule)}
    th{font-weight:400}
    thead th{font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--ink)}
    th:last-child,td:last-child{padding-right:0}
    td a{text-decoration-color:var(--rule)}
    a:hover{text-decoration-color:currentColor}
    tbody th{min-width:9rem;overflow-wrap:anywhere}
    .n{text-align:right;white-space:nowrap}
    thead .n{white-space:normal}
    .sum>*{font-weight:700;background:var(--surface);border-top:1.5px solid var(--ink);
    border-bottom:1.5px solid var(--ink)}
    .sum>:first-child{box-shadow:-.5rem 0 var(--surface)}
    .part{font-weight:600;padding-top:1.25rem}
    .note,figcaption,.foot{color:var(--quiet);font-size:.95rem}
    .charts{display:flex;flex-wrap:wrap;gap:1.5rem 3rem;margin:2rem 0}
    figure{margin:0;flex:1 1 18rem;min-width:0}
    figure.wide{flex-basis:100%}
    figcaption{margin-bottom:.75rem}
    figcaption b{color:var(--ink);font-weight:600}
    .own{display:grid;grid-template-columns:3fr 2fr;gap:0 3rem;align-items:end}
    .own figcaption,.own .note{grid-column:1/-1}
    .own .scroll{grid-row:2;grid-column:2;margin:0}
    .own th,.own td{padding-top:.15rem;padding-bottom:.15rem}
    .own tbody th{min-width:0}
    .bars{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));
    gap:0 2.5rem}
    svg{display:block;width:100%;overflow:hidden;font-size:13px;font-variant-numeric:tabular-nums}
    svg text{fill:var(--ink)}
    svg .v{fill:var(--quiet)}
    svg .base{stroke:var(--rule)}
    .b0{fill:var(--bar0)}.b1{fill:var(--bar1)}.b2{fill:var(--bar2)}.b3{fill:var(--bar3)}
    .b4{fill:var(--bar4)}
    .legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0 0 .75rem;
    padding:0;font-size:.9rem}
    .legend svg{display:inline-block;width:.8em;height:.8em;margin-right:.4em}
    .how{list-style:none;margin:.5rem 0;padding:0;max-width:52rem;font-size:.95rem}
    .how li{padding:.15rem .5rem;margin:0 -.5rem;border-radius:.25rem;scroll-margin-top:4rem}
    .how b{font-weight:600}
    .how li:target{background:var(--mark)}
    .why table{font-size:.9rem}
    .why th,.why td{padding-top:.2rem;padding-bottom:.2rem}
    .why caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .why tbody th{min-width:3.5rem}
    footer{margin-top:3.5rem;padding-top:1rem;border-top:2px solid var(--ink)}
    @media (max-width:40rem){
    body{padding:1.5rem 1rem 2rem}
    h1{font-size:1.55rem}
    .tiles dd{font-size:1.75rem}
    .many .v{display:none}
    th,td{padding-right:.6rem}
    table{font-size:.875rem}
    .own{display:block}
    .own .scroll{margin-top:1rem}
    }
    @page{size:A4;margin:16mm 15mm 18mm;
    @bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif}}
    @media print{
    body{max-width:none;padding:0;font-size:9.5pt;line-height:1.45}
    a{color:inherit;text-decoration:none}
    nav,.skip{display:none}
    h1{font-size:19pt}
    h2{font-size:13pt;margin-top:1.5rem;padding-top:.6rem}
    h3{font-size:10.5pt;margin-top:1.25rem}
    h2,h3,caption,figcaption,.how,.how li{break-after:avoid}
    table{font-size:9pt;line-height:1.3}
    .note,.foot,.how,figcaption{font-size:9pt}
    .tiles,.charts{margin-top:1rem}
    .scroll{overflow:visible;margin:.5rem 0}
    th,td{padding-top:.13rem;padding-bottom:.13rem}
    thead{display:table-header-group}
    tr,figure,.tiles,.how li,.short{break-inside:avoid}
    .sum{break-before:avoid}
    .tiles dd{font-size:20pt}
    svg{font-size:8.5pt}
    .why{break-before:page}
    .why h2{margin-top:0}
    .why table{font-size:8pt}
    .why th,.why td{padding-top:.09rem;padding-bottom:.09rem}
    .entries{columns:2;column-gap:10mm}
    .broad table{font-size:6.2pt;line-height:1.25}
    .broad th,.broad td{padding-right:1.2mm}
    .broad tbody th{min-width:0}
    .broad .n{white-space:normal}
    p{orphans:3;widows:3}
    }
    """
}
