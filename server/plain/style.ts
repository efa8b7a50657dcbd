/** Large type, high contrast, one column: read on any phone, and printed on one page. */
export const plainStyle = `
* { box-sizing: border-box; margin: 0; padding: 0; }
body { position: relative; background: #eef1f5; color: #14202e; font: 18px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
.body { max-width: 680px; margin: 0 auto; padding: 12px 16px 32px; }
.head { display: flex; flex-wrap: wrap; align-items: center; min-height: 56px; padding: 4px 100px 4px 16px; background: #123a66; }
.head a { display: inline-flex; align-items: center; min-height: 44px; margin-right: 20px; color: #fff; text-decoration: none; }
.head a:hover { text-decoration: underline; }
.head img { margin-right: 8px; }
.head strong { margin-right: 8px; font-size: 1.1em; letter-spacing: .1em; }
a { color: #0f4c8f; }
#large { position: absolute; top: 14px; right: 12px; width: 28px; height: 28px; opacity: 0; }
#large + label { position: absolute; top: 6px; right: 12px; z-index: 1; min-height: 44px; margin: 0; padding: 8px 14px; border: 1px solid #8fa9c6; border-radius: 6px; background: #123a66; color: #fff; line-height: 1.4; cursor: pointer; }
#large:checked + label { background: #fff; color: #123a66; }
#large:focus-visible + label { outline: 3px solid #c25e00; outline-offset: 2px; }
#large:checked ~ .head, #large:checked ~ .body { font-size: 24px; }
#large:checked ~ .body ol.steps { font-size: .8em; }
h1 { margin: 8px 0; font-size: 1.45em; line-height: 1.35; }
h2 { margin-bottom: 8px; font-size: 1.1em; }
summary { min-height: 48px; padding: 10px 0; font-weight: 600; cursor: pointer; }
section, form { margin: 12px 0; padding: 16px; border: 1px solid #d6dde6; border-radius: 10px; background: #fff; }
label, legend, .label { display: block; margin-top: 16px; font-weight: 600; }
form > label:first-of-type, section > .label:first-child { margin-top: 0; }
.hint { color: #44546a; font-size: .89em; font-weight: 400; }
label > .hint, .label + .told > .hint { display: block; }
input:not([type]), input[type=text], input[type=tel], input[type=file], textarea { display: block; width: 100%; min-height: 48px; margin-top: 4px; padding: 8px 12px; border: 1px solid #6b7a8d; border-radius: 6px; background: #fff; font: inherit; }
textarea { min-height: 110px; }
fieldset { border: 0; }
.grave { background: #b42318; }
.choice { display: flex; gap: 12px; align-items: center; min-height: 48px; margin: 8px 0 0; font-weight: 400; }
.choice input { width: 22px; height: 22px; }
button, .button { display: inline-block; min-height: 48px; margin-top: 16px; padding: 8px 28px; border: 0; border-radius: 6px; background: #123a66; color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.screen > button { margin: 0 0 8px; }
:focus-visible { outline: 3px solid #c25e00; outline-offset: 2px; }
ol.steps { display: flex; margin: 16px 0; list-style: none; }
ol.steps li { flex: 1; padding-top: 8px; border-top: 6px solid #c6cfda; color: #44546a; text-align: center; }
ol.steps .past { border-color: #1f7a45; color: #14202e; }
ol.steps .here { border-color: #123a66; color: #14202e; font-weight: 700; }
ol.entries { list-style: none; }
ol.entries li { padding: 8px 0; border-top: 1px solid #dde3ea; }
ol.entries time { display: block; color: #44546a; font-size: .89em; }
.told { white-space: pre-line; }
.warn, .problem { padding: 10px 12px; border-left: 5px solid #b42318; background: #fdf1ef; }
.good { padding: 10px 12px; border-left: 5px solid #1f7a45; background: #eef8f1; }
.code { font-size: 1.45em; font-weight: 700; letter-spacing: 0.06em; }
figure { margin-top: 12px; }
figure svg { width: 160px; height: 160px; }
@media (max-width: 480px) { button, .button { width: 100%; text-align: center; } }
@media print { body { background: #fff; font-size: 11pt; } .head, form, #large + label, .button, .screen { display: none; } section { border: 0; padding: 4px 0; } }
`;
