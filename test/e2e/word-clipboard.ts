/** A page as Word puts it on the clipboard: its own styles and tags, a list made of paragraphs, a table and a picture. */

const mark = (sign: string) =>
  `<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`
const point = (text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${mark('·')}<span lang=NO-BOK style='color:#c00000'>${text}<o:p></o:p></span></p>`
const cell = (text: string) =>
  `<td width=226 style='width:169.4pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal style='margin-bottom:0cm'><span lang=NO-BOK>${text}<o:p></o:p></span></p></td>`

export const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {font-family:"Calibri",sans-serif; mso-style-parent:""} --></style></head>
<body lang=NO-BOK style='word-wrap:break-word'><!--StartFragment-->
<h2 style='color:#2f5496;font-family:"Calibri Light"'>Bakgrunn<o:p></o:p></h2>
<p class=MsoNormal style='font-family:Calibri;color:#c00000'>Fredrikstad havn <b style='mso-bidi-font-weight:normal'>søker</b> om midler.<o:p></o:p></p>
${point('bygge landstrøm ved kai 3')}
${point('kjøpe to elektriske kraner')}
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'>${cell('Egenandel')}${cell('250 000')}</tr>
<tr style='mso-yfti-irow:1'>${cell('Fra styret')}${cell('400 000')}</tr>
</table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Bilde_1" style='width:200pt;height:120pt'><v:imagedata src="file:///C:/Users/kari/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=266 height=160 src="file:///C:/Users/kari/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" v:shapes="Bilde_1"><![endif]>Kart over havnen.<o:p></o:p></p>
<!--EndFragment--></body></html>`
