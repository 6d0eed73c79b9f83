/** The shape of each kind of clothing, care product and device; the box and the tones as in the food and home motifs. */
export const WEAR_AND_ELECTRONICS_MOTIFS: Record<string, string> = {
  // Clothing
  tshirt:
    '<path d="M66 28q34 28 68 0l56 28-20 44-28-12v92H58V88L30 100 10 56z" fill="A"/><path d="M66 28q34 28 68 0" fill="none" stroke="D" stroke-width="8"/><rect x="108" y="92" width="24" height="24" rx="4" fill="L"/>',
  shirt:
    '<path d="M70 24h60l50 26 12 106-32 6-14-66v86H54V96l-14 66-32-6L20 50z" fill="A"/><path d="M70 24 100 58l30-34 8 30-22 14-16-10-16 10-22-14z" fill="L"/><path d="M100 58v122" stroke="D" stroke-width="4"/><g fill="W"><circle cx="108" cy="92" r="5"/><circle cx="108" cy="120" r="5"/><circle cx="108" cy="148" r="5"/></g>',
  hanfu:
    '<path d="M74 26h52l66 44-16 62-36-18v68H60v-68l-36 18L8 70z" fill="A"/><path d="M74 26h14l12 30 12-30h14v156H74z" fill="L"/><path d="M100 56v126" stroke="D" stroke-width="4"/><g stroke="D" stroke-width="6" stroke-linecap="round"><path d="M84 84h32M84 114h32M84 144h32"/></g>',
  skirt:
    '<path d="M56 46h88l48 124q-92 28-184 0z" fill="A"/><rect x="52" y="22" width="96" height="28" rx="4" fill="W"/><path d="M72 50 46 178M100 50v134M128 50l26 128" stroke="L" stroke-width="5"/><path d="M14 156q86 26 172 0" fill="none" stroke="#e2b84a" stroke-width="9"/>',
  sweater:
    '<path d="M68 28h64l44 22 18 108-30 8-22-62v76H58v-76l-22 62-30-8L24 50z" fill="A"/><path d="M68 28q32 22 64 0v14q-32 20-64 0z" fill="D"/><path d="M62 80l19 14 19-14 19 14 19-14M62 106l19 14 19-14 19 14 19-14" fill="none" stroke="L" stroke-width="6"/><path d="M58 172h84" stroke="D" stroke-width="12" stroke-dasharray="6 4"/>',
  jacket:
    '<path d="M64 34h72l42 24 16 100-32 8-16-58v74H54v-74l-16 58-32-8L22 58z" fill="A"/><path d="M66 40q-4-30 34-30t34 30l-34 20z" fill="D"/><path d="M100 58v124" stroke="W" stroke-width="5"/><path d="M54 100h92M54 138h92" stroke="L" stroke-width="4"/>',
  trousers:
    '<path d="M52 18h96l18 164h-52l-14-98-14 98H34z" fill="A"/><path d="M52 18h96l3 22H49z" fill="D"/><path d="M100 40v40M62 48q2 18-12 24M138 48q-2 18 12 24" fill="none" stroke="L" stroke-width="5"/><path d="M36 166h48M116 166h48" stroke="L" stroke-width="6"/>',
  shorts:
    '<path d="M28 60h144l14 104h-66l-20-42-20 42H14z" fill="A"/><path d="M28 60h144l3 24H25z" fill="D"/><path d="M74 84q4 36 26 40 22-4 26-40" fill="none" stroke="L" stroke-width="5"/>',
  sock: '<path d="M84 22h62l-6 92q-2 16 14 26l20 12q14 32-18 32-46 0-64-20-14-14-12-34z" fill="D"/><path d="M44 22h62l-6 92q-2 16 14 26l20 12q14 32-18 32-46 0-64-20-14-14-12-34z" fill="A"/><path d="M44 22h62l-2 30H42z" fill="W"/><path d="M42 74h62M42 90h60" stroke="L" stroke-width="7"/>',
  scarf:
    '<path d="M30 60q70 44 140 0l10 34q-80 46-160 0z" fill="D"/><path d="M112 82h46l10 90h-50z" fill="A"/><path d="M64 88h42l-6 70H60z" fill="L"/><path d="M114 112h48M116 140h48M138 82l4 90" stroke="W" stroke-width="5"/><path d="M120 180h48M62 166h40" stroke="A" stroke-width="12" stroke-dasharray="4 5"/>',
  romper:
    '<path d="M68 24q32 26 64 0l44 30-18 34-16-8 6 62-6 40h-36l-6-28-6 28H58l-6-40 6-62-16 8-18-34z" fill="A"/><path d="M100 38 66 104" stroke="D" stroke-width="5"/><path d="M124 78q14-16 24 2-10 12-24 20-14-8-24-20 10-18 24-2" fill="W"/><circle cx="74" cy="96" r="6" fill="D"/>',
  // Care
  tube: '<path d="M52 14h96l-10 130H62z" fill="A"/><path d="M52 14h96l-1 16H53z" fill="L"/><rect x="66" y="144" width="68" height="41" rx="8" fill="D"/><path d="M78 62h44M80 82h40M82 102h22" stroke="W" stroke-width="7" stroke-linecap="round"/>',
  dropper:
    '<path d="M86 8h28q8 26 2 36H84q-6-10 2-36" fill="D"/><rect x="74" y="44" width="52" height="24" rx="5" fill="L"/><path d="M66 68h68q16 8 16 30v70q0 17-17 17H67q-17 0-17-17V98q0-22 16-30" fill="A"/><path d="M100 68v62" stroke="W" stroke-width="7"/><path d="M100 128q22 28 0 38-22-10 0-38" fill="W"/>',
  creamjar:
    '<rect x="26" y="50" width="148" height="46" rx="12" fill="D"/><path d="M34 96h132v64q0 25-25 25H59q-25 0-25-25z" fill="A"/><path d="M50 116v36" stroke="L" stroke-width="9" stroke-linecap="round"/><circle cx="106" cy="138" r="26" fill="W"/><path d="M106 154q-24-18 0-34 24 16 0 34" fill="L"/>',
  mask: '<path d="M32 46q68-42 136 0 10 100-68 138-78-38-68-138" fill="A"/><path d="M54 84q16-14 32 0-16 14-32 0M114 84q16-14 32 0-16 14-32 0M78 138q22-14 44 0-22 16-44 0" fill="W"/><path d="m100 96-8 22h16" fill="none" stroke="D" stroke-width="5"/><path d="M56 54q16-12 34-14" fill="none" stroke="L" stroke-width="8" stroke-linecap="round"/>',
  lipstick:
    '<path d="M80 96V44q18-30 40-36v88z" fill="A"/><path d="M80 46q18-28 40-36v16q-20 8-40 34z" fill="L"/><rect x="72" y="92" width="56" height="30" fill="#e2c27a"/><rect x="62" y="118" width="76" height="67" rx="6" fill="D"/><path d="M78 132v40" stroke="W" stroke-width="5" stroke-linecap="round"/>',
  browpencil:
    '<path d="M64 60h24v112q-12 16-24 0z" fill="A"/><path d="M64 60q2-26 12-48 10 22 12 48z" fill="L"/><path d="M72 26q2-8 4-14l4 14z" fill="D"/><path d="M112 92h24v88h-24z" fill="D"/><path d="M124 92V22" stroke="W" stroke-width="5"/><path d="M112 28h24M112 40h24M112 52h24M112 64h24M112 76h24" stroke="A" stroke-width="5" stroke-linecap="round"/><path d="M150 70q20-20 42-8" fill="none" stroke="D" stroke-width="8" stroke-linecap="round"/>',
  // Appliances
  cooker:
    '<rect x="18" y="70" width="164" height="106" rx="40" fill="A"/><path d="M24 84q0-52 76-52t76 52z" fill="W"/><path d="M76 34q24-22 48 0" fill="none" stroke="D" stroke-width="10" stroke-linecap="round"/><rect x="66" y="104" width="68" height="48" rx="10" fill="D"/><path d="M78 122h24" stroke="L" stroke-width="7" stroke-linecap="round"/><circle cx="118" cy="136" r="6" fill="L"/><path d="M50 181h24M126 181h24" stroke="D" stroke-width="9"/>',
  blender:
    '<rect x="60" y="8" width="80" height="20" rx="6" fill="D"/><path d="M54 28h92l-14 100H68z" fill="W"/><path d="M60 70h80l-8 58H68z" fill="L"/><path d="M142 44q34 0 28 32t-34 24" fill="none" stroke="D" stroke-width="9"/><path d="M66 128h68l16 57H50z" fill="A"/><circle cx="100" cy="156" r="14" fill="W"/><path d="m88 112 12-14 12 14" fill="none" stroke="A" stroke-width="6"/>',
  fryer:
    '<rect x="26" y="20" width="148" height="165" rx="36" fill="A"/><rect x="46" y="84" width="108" height="70" rx="14" fill="W"/><rect x="54" y="92" width="92" height="54" rx="10" fill="#f0b85a"/><rect x="76" y="158" width="48" height="14" rx="7" fill="D"/><circle cx="74" cy="54" r="13" fill="L"/><path d="M102 54h44" stroke="L" stroke-width="8" stroke-linecap="round"/><path d="M74 126q10-20 26-8t28-10" fill="none" stroke="W" stroke-width="7" stroke-linecap="round"/>',
  vacuum:
    '<path d="M132 40 64 166" stroke="L" stroke-width="12" stroke-linecap="round"/><path d="M112 16h52q18 0 14 20l-12 44-50-24z" fill="A"/><path d="M172 20q26 20 2 56" fill="none" stroke="D" stroke-width="10"/><circle cx="140" cy="44" r="14" fill="W"/><path d="M20 160h90q10 25-6 25H22q-14-10-2-25" fill="D"/><g fill="W"><circle cx="24" cy="128" r="6"/><circle cx="44" cy="106" r="5"/><circle cx="18" cy="100" r="4"/></g>',
  humidifier:
    '<path d="M52 72h96q18 0 18 18v74q0 21-21 21H55q-21 0-21-21V90q0-18 18-18" fill="A"/><path d="M34 128h132v36q0 21-21 21H55q-21 0-21-21z" fill="D"/><circle cx="100" cy="156" r="12" fill="L"/><ellipse cx="100" cy="74" rx="32" ry="8" fill="L"/><path d="M82 56q-14-18 2-34M102 52q-14-20 4-42M124 56q-10-16 4-30" fill="none" stroke="W" stroke-width="8" stroke-linecap="round"/>',
  fan: '<circle cx="100" cy="80" r="74" fill="W"/><circle cx="100" cy="80" r="74" fill="none" stroke="A" stroke-width="9"/><path d="M100 80q-48-12-34-54 36 4 34 54M100 80q36-34 64 0-20 30-64 0M100 80q12 48-28 58-16-32 28-58" fill="L"/><circle cx="100" cy="80" r="13" fill="D"/><path d="M92 154h16v20h34v11H58v-11h34z" fill="A"/>',
  iron: '<path d="M16 134q12-62 84-62h64l16 62z" fill="A"/><path d="M62 74q6-44 60-44h40l6 44" fill="none" stroke="D" stroke-width="14" stroke-linejoin="round"/><path d="M8 138h176v22H6q-4-12 2-22" fill="L"/><circle cx="120" cy="104" r="13" fill="W"/><path d="M34 172v10M74 172v10M114 172v10M154 172v10" stroke="W" stroke-width="7" stroke-linecap="round"/>',
  dryer:
    '<path d="M24 36h98q50 0 50 40t-50 40H24z" fill="A"/><path d="M8 42h20v68H8z" fill="D"/><circle cx="126" cy="76" r="27" fill="L"/><circle cx="126" cy="76" r="12" fill="W"/><path d="M96 116h42l10 58q0 11-11 11h-19q-11 0-13-11z" fill="D"/><path d="M112 136h18" stroke="L" stroke-width="7" stroke-linecap="round"/>',
  toothbrush:
    '<path d="M70 14h28v50H70z" fill="W"/><path d="M62 18v42" stroke="L" stroke-width="14" stroke-dasharray="5 3"/><path d="M78 60h14v28H78z" fill="D"/><path d="M66 88h38l6 20v64q0 13-13 13H73q-13 0-13-13v-64z" fill="A"/><circle cx="85" cy="126" r="11" fill="W"/><path d="M128 120q34 30 0 60-34-30 0-60" fill="L"/>',
  // Phone accessories
  charger:
    '<path d="M74 12v38M126 12v38" stroke="D" stroke-width="13"/><rect x="34" y="46" width="132" height="139" rx="28" fill="A"/><path d="m108 70-36 50h24l-6 38 38-54h-26z" fill="#f0b03a"/><path d="M48 74v36" stroke="L" stroke-width="8" stroke-linecap="round"/>',
  cable:
    '<path d="M48 92q0 84 52 84t52-84" fill="none" stroke="A" stroke-width="14"/><path d="M48 92q0 84 52 84t52-84" fill="none" stroke="L" stroke-width="5" stroke-dasharray="7 7"/><rect x="28" y="44" width="40" height="60" rx="10" fill="D"/><rect x="132" y="44" width="40" height="60" rx="10" fill="D"/><path d="M38 18h20v28H38zM142 18h20v28h-20z" fill="W"/>',
  powerbank:
    '<rect x="42" y="14" width="116" height="171" rx="24" fill="A"/><circle cx="100" cy="80" r="40" fill="none" stroke="L" stroke-width="9"/><path d="M100 120v16" stroke="L" stroke-width="9"/><path d="m106 56-20 28h14l-4 20 20-28h-14z" fill="W"/><g fill="W"><circle cx="76" cy="162" r="5"/><circle cx="92" cy="162" r="5"/><circle cx="108" cy="162" r="5"/></g><circle cx="124" cy="162" r="5" fill="D"/>',
  phone:
    '<rect x="48" y="8" width="104" height="177" rx="22" fill="D"/><rect x="57" y="17" width="86" height="159" rx="15" fill="A"/><rect x="64" y="24" width="40" height="40" rx="12" fill="D"/><circle cx="77" cy="37" r="7" fill="W"/><circle cx="92" cy="52" r="7" fill="W"/><path d="M57 140q24-30 44-8t42-24v53q0 15-15 15H72q-15 0-15-15z" fill="L"/>',
  earbuds:
    '<path d="M60 28q40 2 38 42-2 26-24 26v58q0 14-14 14t-14-14V96Q22 90 22 64t38-36M140 28q-40 2-38 42 2 26 24 26v58q0 14 14 14t14-14V96q24-6 24-32t-38-36" fill="A"/><circle cx="66" cy="62" r="16" fill="D"/><circle cx="134" cy="62" r="16" fill="D"/><path d="M60 118v30M140 118v30" stroke="L" stroke-width="6" stroke-linecap="round"/>',
  headphones:
    '<path d="M32 124q-6-102 68-102t68 102" fill="none" stroke="D" stroke-width="15"/><rect x="14" y="98" width="48" height="84" rx="22" fill="A"/><rect x="138" y="98" width="48" height="84" rx="22" fill="A"/><path d="M62 106v68M138 106v68" stroke="L" stroke-width="12" stroke-linecap="round"/><path d="M30 120v24" stroke="W" stroke-width="6" stroke-linecap="round"/>',
  speaker:
    '<path d="M62 34q38-32 76 0" fill="none" stroke="D" stroke-width="9"/><rect x="34" y="32" width="132" height="153" rx="42" fill="A"/><circle cx="100" cy="126" r="42" fill="D"/><circle cx="100" cy="126" r="27" fill="L"/><circle cx="100" cy="126" r="10" fill="W"/><circle cx="100" cy="62" r="14" fill="D"/>',
  stand:
    '<path d="M46 20h98q8 0 10 8l18 92q2 10-8 10H62q-8 0-10-8L36 32q-2-12 10-12" fill="D"/><path d="M54 32h82l16 86H70z" fill="L"/><path d="M110 128 90 176" stroke="A" stroke-width="15" stroke-linecap="round"/><rect x="44" y="172" width="116" height="13" rx="6" fill="A"/><path d="M56 134h112" stroke="A" stroke-width="11" stroke-linecap="round"/>',
  light:
    '<circle cx="100" cy="76" r="58" fill="none" stroke="A" stroke-width="20"/><circle cx="100" cy="76" r="58" fill="none" stroke="W" stroke-width="7"/><rect x="84" y="48" width="32" height="56" rx="6" fill="D"/><path d="M100 104v50M100 152 62 184M100 152l38 32M100 152v32" stroke="D" stroke-width="8" stroke-linecap="round"/>',
  mic: '<rect x="66" y="12" width="68" height="106" rx="34" fill="A"/><path d="M72 46h56M70 66h60M72 86h56" stroke="L" stroke-width="5"/><path d="M44 82q0 62 56 62t56-62" fill="none" stroke="D" stroke-width="10" stroke-linecap="round"/><path d="M100 144v30M64 180h72" stroke="D" stroke-width="11" stroke-linecap="round"/>',
  card: '<path d="M46 16h78l32 34v120q0 15-15 15H46q-15 0-15-15V31q0-15 15-15" fill="A"/><path d="M58 30v34M80 30v34M102 30v34" stroke="#e8c56a" stroke-width="11"/><rect x="48" y="92" width="92" height="70" rx="8" fill="W"/><path d="M64 114h58M64 138h34" stroke="D" stroke-width="8" stroke-linecap="round"/>',
  keyboard:
    '<rect x="4" y="62" width="192" height="114" rx="18" fill="D"/><g stroke="A" stroke-width="20"><path d="M20 88h162" stroke-dasharray="20 7"/><path d="M26 116h150" stroke-dasharray="20 7"/></g><path d="M20 146h20M160 146h20" stroke="L" stroke-width="20"/><path d="M48 146h104" stroke="W" stroke-width="20"/>',
  mouse:
    '<rect x="48" y="24" width="104" height="160" rx="52" fill="A"/><path d="M100 24v66M48 90q52 16 104 0" fill="none" stroke="D" stroke-width="5"/><rect x="90" y="44" width="20" height="36" rx="10" fill="W"/><path d="M66 128q2 30 20 40" fill="none" stroke="L" stroke-width="8" stroke-linecap="round"/>',
  watch:
    '<path d="M66 8h68l8 48H58zM58 136h84l-8 50H66z" fill="D"/><rect x="46" y="44" width="108" height="108" rx="30" fill="A"/><rect x="58" y="56" width="84" height="84" rx="20" fill="#22303a"/><path d="M66 100h18l8-22 14 40 10-18h18" fill="none" stroke="L" stroke-width="6" stroke-linejoin="round"/><rect x="154" y="84" width="10" height="26" rx="5" fill="D"/>',
};
