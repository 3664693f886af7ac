package tacit.pulse.guardrails;

import java.text.Normalizer;

/** A text as a reader takes it: without invisible signs, and with letters of one alphabet where others look the same. */
final class PlainText {

    private static final String LOOK_ALIKES = "асеорухѕіјԁԛԝһӏνοατκ";
    private static final String LETTERS = "aceopyxsijdqwhlvoatk";

    private PlainText() {}

    static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().forEach(sign -> append(plain, sign));
        return plain.toString().replace("\r\n", "\n").replace('\r', '\n');
    }

    private static void append(StringBuilder plain, int sign) {
        int type = Character.getType(sign);
        boolean invisible = type == Character.FORMAT || type == Character.NON_SPACING_MARK || sign == 0;
        if (invisible) {
            return;
        }
        if (sign == '\n' || sign == '\r' || sign == '\t') {
            plain.append((char) sign);
        } else if (type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || sign == 0x85) {
            plain.append('\n');
        } else if (Character.isSpaceChar(sign) || Character.isWhitespace(sign)) {
            plain.append(' ');
        } else if (type == Character.DASH_PUNCTUATION || sign == 0x2212) {
            plain.append('-');
        } else {
            plain.appendCodePoint(letter(sign));
        }
    }

    private static int letter(int sign) {
        int place = LOOK_ALIKES.indexOf(sign);
        return place < 0 ? sign : LETTERS.charAt(place);
    }
}
