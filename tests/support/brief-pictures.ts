import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A small picture of one colour: same number, same picture. */
function pixels(tone: number, side = 8): Sharp {
  const background = { r: tone & 255, g: (tone >> 3) & 255, b: (tone * 7) & 255 };
  return sharp({ create: { width: side, height: side, channels: 3, background } });
}

/** A picture whose metadata hold a word, in every place that has room for one; with a place on earth. */
export async function spokenPicture(format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif', word: string, tone: number): Promise<Buffer> {
  const exif = {
    IFD0: { ImageDescription: word, Artist: word, Copyright: word, Make: word },
    IFD2: { UserComment: word, BodySerialNumber: word },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '37/1 25/1 19/1',
      GPSLongitudeRef: 'W',
      GPSLongitude: '122/1 5/1 6/1',
      GPSAreaInformation: word,
    },
  };
  const xmp = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">${word}</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const drawn = format === 'gif' ? pixels(tone) : pixels(tone).withExif(exif).withXmp(xmp);
  const bytes = await drawn.toFormat(format).toBuffer();
  // What stands behind the picture is shown by no viewer.
  if (format === 'gif') return Buffer.concat([bytes.subarray(0, -1), gifComment(word), Buffer.from([0x3b]), Buffer.from(word)]);
  return format === 'png' ? Buffer.concat([pngWithTexts(bytes, word), Buffer.from(word)]) : Buffer.concat([bytes, Buffer.from(word)]);
}

function gifComment(word: string): Buffer {
  return Buffer.concat([Buffer.from([0x21, 0xfe, word.length]), Buffer.from(word), Buffer.from([0])]);
}

/** `tEXt`, `zTXt` and `iTXt` before the pixels. */
function pngWithTexts(png: Buffer, word: string): Buffer {
  const at = png.indexOf('IDAT') - 4;
  const packed = deflateSync(Buffer.from(word));
  const texts = [
    chunk('tEXt', Buffer.from(`Comment\0${word}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Title\0\0'), packed])),
    chunk('iTXt', Buffer.concat([Buffer.from('Author\0\x01\0en\0\0', 'latin1'), packed])),
  ];
  return Buffer.concat([png.subarray(0, at), ...texts, png.subarray(at)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A drawing that tells of its maker, its places and its layers, and carries a picture that does too. `shown` is drawn as text. */
export async function spokenDrawing(word: string, shown: string): Promise<string> {
  const inner = (await spokenPicture('jpeg', word, 5)).toString('base64');
  return `<?xml version="1.0"?><!-- ${word} --><!DOCTYPE svg [<!ENTITY e "${word}">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://x.example" width="20" height="20" sodipodi:docname="/home/${word}/plan.svg" inkscape:export-filename="C:\\Users\\${word}\\plan.png" data-name="${word}">
<title>${word}</title><desc>${word}</desc><metadata><rdf:RDF xmlns:rdf="r"><dc:creator xmlns:dc="d">${word}</dc:creator></rdf:RDF></metadata>
<script>var x="${word}"</script><sodipodi:namedview inkscape:document-units="${word}"/>
<g inkscape:label="${word}" aria-label="${word}" id="${word}" class="${word}" layer="${word}"><text display="none">${word}</text><rect width="9" height="9" onclick="${word}()"/><text x="1" y="9">${shown}</text></g>
<image width="4" height="4" xlink:href="data:image/jpeg;base64,${inner}"/><image href="file:///home/${word}/a.png"/><foreignObject><p>${word}</p></foreignObject><style>/* ${word} */ rect{fill:red}</style></svg>`;
}
