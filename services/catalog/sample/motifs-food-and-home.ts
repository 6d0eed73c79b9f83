/**
 * The shape of each kind of food and household goods, as SVG in a box of 200 × 200 that stands on y = 185.
 * Fills name a tone, not a colour: A is the product's own colour, D its shade, L its tint, W paper white.
 */
export const FOOD_AND_HOME_MOTIFS: Record<string, string> = {
  // Tea
  teacup:
    '<path d="M150 95q40-5 36 25t-46 28" fill="none" stroke="D" stroke-width="10"/><path d="M28 85h130q0 85-42 95H70Q28 170 28 85" fill="A"/><ellipse cx="93" cy="86" rx="65" ry="13" fill="L"/><path d="M70 62q-12-18 2-32M98 58q-12-20 2-38M124 62q-10-16 2-30" fill="none" stroke="W" stroke-width="6" stroke-linecap="round"/>',
  teapot:
    '<path d="M150 95q46-8 38 28t-48 30M36 105Q8 100 12 70" fill="none" stroke="D" stroke-width="12" stroke-linecap="round"/><path d="M30 125q0-55 65-55t65 55q0 55-40 58H70q-40-3-40-58" fill="A"/><path d="M58 76q37-30 74 0z" fill="D"/><circle cx="95" cy="54" r="10" fill="A"/><path d="M52 118q6-28 30-34" fill="none" stroke="L" stroke-width="7" stroke-linecap="round"/>',
  gaiwan:
    '<ellipse cx="100" cy="172" rx="82" ry="13" fill="D"/><path d="M32 95h136q-4 62-46 74H78Q36 157 32 95" fill="A"/><path d="M46 92q10-38 54-38t54 38z" fill="L"/><rect x="86" y="40" width="28" height="16" rx="6" fill="A"/><path d="M70 122q30 30 60 0M84 142q16 12 32 0" fill="none" stroke="W" stroke-width="5" stroke-linecap="round"/>',
  teacake:
    '<circle cx="100" cy="108" r="76" fill="A"/><circle cx="100" cy="108" r="76" fill="none" stroke="D" stroke-width="6" stroke-dasharray="3 9"/><circle cx="100" cy="108" r="22" fill="D"/><path d="M60 80q14-16 30-14M134 84q10 12 6 28M66 140q12 12 28 10" fill="none" stroke="L" stroke-width="6" stroke-linecap="round"/>',
  teabag:
    '<path d="M100 20q50 10 48 58" fill="none" stroke="W" stroke-width="4"/><path d="M100 62 172 176q-72 18-144 0z" fill="L"/><path d="M66 122h68l34 52q-68 16-136 0z" fill="A"/><path d="M134 74h30v34h-30z" fill="D"/><path d="M149 82q10 10 0 18-10-8 0-18" fill="W"/>',
  // Food
  pastry:
    '<ellipse cx="100" cy="168" rx="90" ry="16" fill="W"/><path d="M24 140q2-44 42-44t42 44q0 22-42 22t-42-22M92 140q2-44 42-44t42 44q0 22-42 22t-42-22" fill="D"/><path d="M56 98q2-46 44-46t44 46q0 24-44 24T56 98" fill="A"/><circle cx="100" cy="78" r="14" fill="L"/><path d="M100 68v20M90 78h20" stroke="D" stroke-width="4"/>',
  nut: '<path d="M20 118h160q-6 64-50 66H70q-44-2-50-66" fill="W"/><g fill="A"><ellipse cx="56" cy="106" rx="26" ry="18"/><ellipse cx="104" cy="98" rx="26" ry="20"/><ellipse cx="148" cy="108" rx="24" ry="17"/></g><g fill="D"><ellipse cx="80" cy="76" rx="22" ry="16"/><ellipse cx="126" cy="74" rx="22" ry="17"/></g><path d="M46 102q10-8 20 0M94 94q10-8 20 0M116 70q10-6 18 0" fill="none" stroke="L" stroke-width="4"/>',
  jar: '<rect x="52" y="30" width="96" height="28" rx="8" fill="D"/><path d="M46 66q0-8 10-8h88q10 0 10 8 14 10 14 28v72q0 19-20 19H52q-20 0-20-19V94q0-18 14-28" fill="A"/><rect x="48" y="100" width="104" height="58" rx="6" fill="W"/><circle cx="100" cy="129" r="17" fill="L"/><path d="M44 84v8" stroke="W" stroke-width="6" stroke-linecap="round"/>',
  bag: '<path d="M40 38h120l-8 18 14 122q-66 14-132 0L48 56z" fill="A"/><path d="M40 38h120l-8 18H48z" fill="D"/><circle cx="100" cy="116" r="38" fill="W"/><path d="M100 92q30 24 0 48-30-24 0-48" fill="L"/><path d="M56 48h88" stroke="L" stroke-width="3" stroke-dasharray="5 5"/>',
  sack: '<path d="M58 48q42 16 84 0 44 50 30 122-6 14-72 14t-72-14Q14 98 58 48" fill="A"/><path d="M54 24q46 22 92 0l-8 28q-38 14-76 0z" fill="L"/><path d="M58 50q42 16 84 0" fill="none" stroke="D" stroke-width="8" stroke-linecap="round"/><circle cx="100" cy="122" r="36" fill="W"/><path d="M100 146V98M100 112l14-12M100 112 86 100M100 128l16-12M100 128l-16-12" stroke="D" stroke-width="5" stroke-linecap="round"/>',
  oil: '<rect x="78" y="14" width="34" height="24" rx="5" fill="D"/><path d="M80 38h30l6 26q30 8 30 38v66q0 17-17 17H61q-17 0-17-17v-66q0-30 30-38z" fill="A"/><path d="M146 90q34-6 32 26t-34 30" fill="none" stroke="D" stroke-width="10"/><path d="M95 94q32 36 0 54-32-18 0-54" fill="W"/><path d="M58 104v52" stroke="L" stroke-width="6" stroke-linecap="round"/>',
  bottle:
    '<rect x="84" y="8" width="32" height="20" rx="5" fill="D"/><path d="M86 28h28v30q32 14 32 46v66q0 15-15 15H69q-15 0-15-15v-66q0-32 32-46z" fill="A"/><rect x="54" y="102" width="92" height="54" fill="W"/><path d="M72 120h56M72 136h36" stroke="A" stroke-width="6" stroke-linecap="round"/><path d="M70 88q4-14 18-20" fill="none" stroke="L" stroke-width="5" stroke-linecap="round"/>',
  noodles:
    '<path d="M128 90 178 16M144 92 192 26" stroke="D" stroke-width="7" stroke-linecap="round"/><path d="M50 92q0-30 16-30t16 30M82 92q0-36 16-36t16 36M108 92q0-26 14-26t14 26" fill="none" stroke="L" stroke-width="8"/><path d="M16 90h168q-6 74-52 88H68Q22 164 16 90" fill="A"/><path d="M30 116q70 18 140 0" fill="none" stroke="W" stroke-width="6" stroke-dasharray="14 8"/>',
  // Fruit
  roundfruit:
    '<path d="M100 66q48-32 76 14 16 62-40 102-18 8-36 0-18 8-36 0-56-40-40-102 28-46 76-14" fill="A"/><path d="M100 68q-2-28 12-46" fill="none" stroke="D" stroke-width="8" stroke-linecap="round"/><path d="M112 46q14-34 52-28-10 36-52 28" fill="#6fa350"/><path d="M46 96q4-20 20-24" fill="none" stroke="L" stroke-width="9" stroke-linecap="round"/>',
  citrus:
    '<circle cx="76" cy="116" r="66" fill="A"/><path d="M80 50q10-30 44-28-8 32-44 28" fill="#6fa350"/><circle cx="142" cy="138" r="46" fill="D"/><circle cx="142" cy="138" r="40" fill="W"/><circle cx="142" cy="138" r="35" fill="A"/><path d="M142 103v70M107 138h70M117 113l50 50M167 113l-50 50" stroke="W" stroke-width="4"/><path d="M32 106q6-22 24-30" fill="none" stroke="L" stroke-width="8" stroke-linecap="round"/>',
  pear: '<path d="M100 46q30 0 34 34 6 22 28 42 18 60-62 63-80-3-62-63 22-20 28-42 4-34 34-34" fill="A"/><path d="M100 48q0-20 10-34" fill="none" stroke="D" stroke-width="8" stroke-linecap="round"/><path d="M108 36q20-26 50-10-18 26-50 10" fill="#6fa350"/><path d="M58 134q2-14 14-24" fill="none" stroke="L" stroke-width="9" stroke-linecap="round"/>',
  peach:
    '<path d="M100 60q60-34 78 32 2 58-78 93-80-35-78-93 18-66 78-32" fill="A"/><path d="M100 62q-26 50 0 108" fill="none" stroke="D" stroke-width="5"/><path d="M98 58Q60 60 40 26q46-12 58 32M102 58q36-2 60-30-44-16-60 30" fill="#7fae50"/><circle cx="138" cy="104" r="20" fill="L"/>',
  berry:
    '<g fill="A"><circle cx="60" cy="138" r="42"/><circle cx="140" cy="138" r="42"/><circle cx="100" cy="82" r="44"/></g><path d="m100 44 10 14 18-2-10 14 8 14-18-4-8 14-8-14-18 4 8-14-10-14 18 2z" fill="#6fa350"/><g fill="L"><circle cx="44" cy="124" r="6"/><circle cx="66" cy="152" r="5"/><circle cx="150" cy="122" r="6"/><circle cx="128" cy="150" r="5"/><circle cx="78" cy="98" r="5"/></g>',
  grapes:
    '<path d="M100 54V18" stroke="D" stroke-width="8" stroke-linecap="round"/><path d="M104 40q20-32 60-20-16 34-60 20" fill="#6fa350"/><g fill="A"><circle cx="52" cy="74" r="24"/><circle cx="100" cy="70" r="24"/><circle cx="148" cy="74" r="24"/><circle cx="76" cy="114" r="24"/><circle cx="100" cy="158" r="24"/></g><circle cx="124" cy="114" r="24" fill="D"/><g fill="L"><circle cx="44" cy="66" r="6"/><circle cx="92" cy="62" r="6"/><circle cx="68" cy="106" r="6"/><circle cx="93" cy="150" r="6"/></g>',
  melon:
    '<ellipse cx="100" cy="112" rx="86" ry="72" fill="A"/><path d="M100 40q-56 72 0 144M100 40q56 72 0 144M62 48q-62 62-6 126M138 48q62 62 6 126" fill="none" stroke="D" stroke-width="7"/><path d="M100 42q0-18 16-26" fill="none" stroke="D" stroke-width="8" stroke-linecap="round"/><path d="M30 96q6-20 20-30" fill="none" stroke="L" stroke-width="8" stroke-linecap="round"/>',
  dragonfruit:
    '<path d="M100 44 84 12M116 50l18-36M72 58 46 28M44 96 10 82M156 96l34-14M42 140l-30 12M158 140l30 12" stroke="#8fb84a" stroke-width="13" stroke-linecap="round"/><ellipse cx="100" cy="114" rx="64" ry="71" fill="A"/><ellipse cx="106" cy="122" rx="42" ry="48" fill="L"/><path d="M86 100v4M108 92v4M128 108v4M94 124v4M116 126v4M134 134v4M84 146v4M106 150v4M122 152v4" stroke="#2a1a24" stroke-width="6" stroke-linecap="round"/>',
  dates:
    '<path d="M92 74q4-36 40-54M136 96q4-44-4-76" fill="none" stroke="D" stroke-width="6" stroke-linecap="round"/><path d="M130 22q30-24 56-2-26 24-56 2" fill="#6fa350"/><ellipse cx="66" cy="126" rx="40" ry="58" transform="rotate(14 66 126)" fill="A"/><ellipse cx="136" cy="138" rx="36" ry="48" transform="rotate(-10 136 138)" fill="D"/><path d="M44 116q2-22 14-30M122 126q0-14 8-20" fill="none" stroke="L" stroke-width="8" stroke-linecap="round"/>',
  // Drinks
  baijiu:
    '<rect x="82" y="10" width="36" height="32" rx="6" fill="D"/><path d="M86 42h28v22q44 10 44 50v56q0 15-15 15H57q-15 0-15-15v-56q0-40 44-50z" fill="A"/><path d="M100 88 136 128 100 168 64 128z" fill="W"/><path d="M100 104 122 128 100 152 78 128z" fill="A"/><path d="M78 54h44" stroke="L" stroke-width="6"/>',
  jarwine:
    '<path d="M62 40h76l10 28H52z" fill="W"/><path d="M50 66q50-14 100 0 46 40 26 94-6 25-38 25H62q-32 0-38-25-20-54 26-94" fill="A"/><path d="M52 68q48-12 96 0" fill="none" stroke="D" stroke-width="9" stroke-linecap="round"/><path d="M100 84 138 122 100 160 62 122z" fill="L"/><path d="M86 112h28M86 126h28M100 104v36" stroke="D" stroke-width="6" stroke-linecap="round"/>',
  fruitwine:
    '<rect x="86" y="8" width="28" height="24" rx="5" fill="D"/><path d="M88 32h24v34q30 12 30 44v60q0 15-15 15H73q-15 0-15-15v-60q0-32 30-44z" fill="L"/><path d="M58 112h84v58q0 15-15 15H73q-15 0-15-15z" fill="A"/><g fill="W"><circle cx="84" cy="158" r="13"/><circle cx="114" cy="152" r="13"/><circle cx="98" cy="128" r="11"/></g><path d="M114 60q30-24 52-2-26 20-52 2" fill="#7fae50"/>',
  wine: '<path d="M46 8h28v52q20 10 20 36v76q0 13-13 13H39q-13 0-13-13V96q0-26 20-36z" fill="A"/><rect x="46" y="8" width="28" height="26" fill="D"/><rect x="26" y="108" width="68" height="42" fill="W"/><path d="M116 70h62q4 52-24 60v42h20v13h-54v-13h20v-42q-28-8-24-60" fill="L"/><path d="M119 96h56q-2 34-28 34t-28-34" fill="A"/>',
  beer: '<path d="M148 84q42-6 40 34t-42 36" fill="none" stroke="W" stroke-width="13"/><path d="M36 60h114v110q0 15-15 15H51q-15 0-15-15z" fill="A"/><path d="M28 62q-4-26 24-24 12-24 40-12 22-16 42 6 30 0 24 30-10 14-24 4v26q-10 14-20 0V66z" fill="W"/><path d="M62 100v58M92 112v46M122 112v46" stroke="D" stroke-width="8" stroke-linecap="round"/>',
  // Kitchen
  wok: '<rect x="146" y="96" width="60" height="15" rx="7" fill="D"/><path d="M8 96h146q-4 72-73 80Q12 168 8 96" fill="A"/><ellipse cx="81" cy="96" rx="74" ry="15" fill="L"/><path d="M56 66q-12-16 2-32M84 62q-12-20 2-38M112 66q-10-16 2-30" fill="none" stroke="W" stroke-width="6" stroke-linecap="round"/>',
  pot: '<path d="M8 110h184" stroke="D" stroke-width="16" stroke-linecap="round"/><path d="M26 92h148v64q0 29-29 29H55q-29 0-29-29z" fill="A"/><path d="M30 88q6-38 70-38t70 38z" fill="L"/><circle cx="100" cy="42" r="12" fill="D"/><path d="M44 112v38" stroke="W" stroke-width="7" stroke-linecap="round"/>',
  knife:
    '<path d="M10 46h122v92H32Q8 138 10 46" fill="W"/><path d="M12 104h120v34H32q-16 0-20-34" fill="L"/><path d="M132 56h42q18 0 18 18t-18 18h-42z" fill="A"/><circle cx="150" cy="74" r="5" fill="W"/><circle cx="172" cy="74" r="5" fill="W"/><rect x="10" y="160" width="180" height="20" rx="6" fill="D"/>',
  board:
    '<rect x="24" y="20" width="152" height="162" rx="20" fill="A"/><rect x="78" y="34" width="44" height="14" rx="7" fill="W"/><path d="M52 66v98M84 66v98M116 66v98M148 66v98" stroke="D" stroke-width="4"/><path d="M38 66v98" stroke="L" stroke-width="7"/>',
  bowl: '<path d="M18 92h164q-4 64-50 80v13H68v-13Q22 156 18 92" fill="A"/><ellipse cx="100" cy="92" rx="82" ry="18" fill="W"/><path d="M42 92q4-42 58-42t58 42q-58 20-116 0" fill="L"/><path d="M38 122q62 26 124 0" fill="none" stroke="W" stroke-width="7" stroke-dasharray="2 13" stroke-linecap="round"/>',
  plate:
    '<circle cx="100" cy="104" r="82" fill="W"/><circle cx="100" cy="104" r="82" fill="none" stroke="A" stroke-width="7"/><circle cx="100" cy="104" r="54" fill="L"/><path d="M66 132q40-8 62-56" fill="none" stroke="D" stroke-width="5" stroke-linecap="round"/><g fill="A"><circle cx="84" cy="118" r="11"/><circle cx="110" cy="100" r="11"/><circle cx="126" cy="74" r="9"/></g>',
  chopsticks:
    '<path d="M58 78h84l-8 107H66z" fill="L"/><path d="M58 78h84l-2 28H60z" fill="D"/><path d="M76 78 58 12M96 78 92 8M116 78 128 8M130 78 154 22" stroke="A" stroke-width="10" stroke-linecap="round"/><circle cx="100" cy="146" r="18" fill="W"/>',
  box: '<rect x="18" y="84" width="164" height="101" rx="18" fill="A"/><rect x="10" y="56" width="180" height="36" rx="12" fill="D"/><rect x="80" y="82" width="40" height="22" rx="6" fill="W"/><path d="M100 108v68" stroke="L" stroke-width="6"/><path d="M38 112v46" stroke="L" stroke-width="8" stroke-linecap="round"/>',
  kettle:
    '<path d="M58 54q0-42 44-42t44 42" fill="none" stroke="D" stroke-width="12"/><path d="M48 56h108l16 114q0 15-16 15H44q-16 0-16-15l5-34L4 88l22-8 16 20z" fill="A"/><ellipse cx="102" cy="56" rx="54" ry="12" fill="D"/><path d="M140 84l8 62" stroke="L" stroke-width="8" stroke-linecap="round"/><circle cx="96" cy="128" r="22" fill="W"/>',
  // Home
  quilt:
    '<path d="M16 60q84-24 168 0v104q-84 30-168 0z" fill="A"/><path d="M16 60q84-24 168 0v30q-84-20-168 0z" fill="W"/><path d="M58 88v88M100 84v98M142 88v88M16 124q84 28 168 0" fill="none" stroke="L" stroke-width="5"/><path d="M16 164q84 30 168 0v10q-84 30-168 0z" fill="D"/>',
  pillow:
    '<path d="M18 122q-12 56 18 60 64-14 128 0 30-4 18-60 12-42-18-38-64 14-128 0-30-4-18 38" fill="D"/><path d="M22 84Q6 30 36 32q64 14 128 0 30-2 14 52 16 54-14 52-64-14-128 0-30 2-14-52" fill="A"/><path d="M50 62q50 10 100 0" fill="none" stroke="L" stroke-width="8" stroke-linecap="round"/>',
  mat: '<path d="M30 52h110v128H30z" fill="A"/><path d="M30 76h110M30 104h110M30 132h110M30 160h110" stroke="L" stroke-width="6"/><path d="M140 52h20q26 0 26 26v102h-46z" fill="D"/><circle cx="164" cy="76" r="14" fill="W"/><circle cx="164" cy="76" r="6" fill="A"/>',
  towel:
    '<path d="M10 40h180" stroke="D" stroke-width="12" stroke-linecap="round"/><path d="M40 34h120v140H40z" fill="A"/><path d="M40 128h120M40 146h120" stroke="W" stroke-width="7"/><path d="M40 34h34v140H40z" fill="L"/><path d="M44 180h112" stroke="A" stroke-width="10" stroke-dasharray="4 6"/>',
  curtain:
    '<path d="M8 28h184" stroke="D" stroke-width="10" stroke-linecap="round"/><rect x="62" y="48" width="76" height="110" rx="4" fill="W"/><path d="M18 30h66q4 90-36 150H18zM182 30h-66q-4 90 36 150h30z" fill="A"/><path d="M42 32q0 90-14 146M64 32q-2 70-22 112M158 32q0 90 14 146M136 32q2 70 22 112" fill="none" stroke="L" stroke-width="5"/>',
  detergent:
    '<rect x="62" y="10" width="46" height="32" rx="8" fill="D"/><path d="M60 42h50q50 14 50 70v54q0 19-19 19H49q-19 0-19-19V92q0-40 30-50" fill="A"/><path d="M118 78q28 20 24 54" fill="none" stroke="W" stroke-width="14" stroke-linecap="round"/><circle cx="78" cy="130" r="30" fill="L"/><path d="M78 112q20 22 0 32-20-10 0-32" fill="W"/>',
  soap: '<rect x="20" y="92" width="160" height="86" rx="36" fill="A"/><rect x="44" y="112" width="112" height="44" rx="20" fill="L"/><g fill="W"><circle cx="52" cy="66" r="22"/><circle cx="96" cy="46" r="14"/><circle cx="130" cy="68" r="18"/><circle cx="160" cy="38" r="10"/></g>',
  spray:
    '<path d="M56 18h66l10 26H92v22H66V40H40z" fill="D"/><path d="M66 66h28q44 20 44 62v42q0 15-15 15H37q-15 0-15-15v-42q0-42 44-62" fill="A"/><rect x="40" y="110" width="80" height="48" rx="8" fill="W"/><path d="M56 134q12-16 24 0t24 0" fill="none" stroke="A" stroke-width="6"/><g fill="W"><circle cx="152" cy="28" r="6"/><circle cx="174" cy="16" r="6"/><circle cx="176" cy="40" r="6"/></g>',
  pump: '<path d="M100 54V28H62" fill="none" stroke="D" stroke-width="12" stroke-linecap="round"/><rect x="78" y="46" width="44" height="22" rx="5" fill="D"/><path d="M72 68h56q24 6 24 34v66q0 17-17 17H65q-17 0-17-17v-66q0-28 24-34" fill="A"/><rect x="66" y="104" width="68" height="56" rx="8" fill="W"/><path d="M100 114q22 18 0 38-22-20 0-38" fill="L"/>',
  tissue:
    '<path d="M60 92q-4-52 26-70 6 16 22 14 18 4 34-10 10 34-2 66z" fill="W"/><path d="M84 88q0-28 12-42M112 88q8-24 4-40" fill="none" stroke="L" stroke-width="5"/><rect x="20" y="88" width="160" height="97" rx="14" fill="A"/><ellipse cx="100" cy="92" rx="54" ry="11" fill="D"/><path d="M44 142h112M44 160h72" stroke="L" stroke-width="7" stroke-linecap="round"/>',
  mop: '<path d="M132 8 104 124" stroke="D" stroke-width="10" stroke-linecap="round"/><path d="M50 122h106l14 34H36z" fill="A"/><path d="M40 160q10 24 0 26M64 160v26M92 160v26M120 160v26M148 160v26M166 160q-6 24 0 26" stroke="L" stroke-width="13" stroke-linecap="round"/><g fill="W"><circle cx="34" cy="92" r="11"/><circle cx="58" cy="66" r="7"/></g>',
  incense:
    '<path d="M20 150h160q-10 35-60 35H80q-50 0-60-35" fill="A"/><ellipse cx="100" cy="150" rx="80" ry="14" fill="D"/><path d="M100 150V70" stroke="L" stroke-width="7"/><circle cx="100" cy="68" r="6" fill="#e2552d"/><path d="M100 56q-26-16 0-32t0-28" fill="none" stroke="W" stroke-width="6" stroke-linecap="round"/>',
  diffuser:
    '<path d="M92 76 60 10M98 76 92 4M104 76l16-70M110 76 146 18" stroke="D" stroke-width="6" stroke-linecap="round"/><rect x="76" y="64" width="48" height="24" rx="5" fill="W"/><path d="M76 88h48q34 12 34 48v30q0 19-19 19H61q-19 0-19-19v-30q0-36 34-48" fill="L"/><path d="M42 136h116v30q0 19-19 19H61q-19 0-19-19z" fill="A"/>',
};
