package tacit.evidence.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tacit.api.ingest.Sample;

/** Takes the beginning of a file and says what is wrong with it where no format could read it. */
final class Samples {

    private static final int CHARACTERS = 65_536;

    private Samples() {}

    static Sample of(PackedFile file) throws IOException {
        byte[] head = new byte[CHARACTERS];
        int length;
        boolean complete;
        try (InputStream content = file.open()) {
            length = readAsFarAsPossible(content, head);
            complete = length < head.length;
        }
        refuseOtherEncodings(head, length);
        String text = decoded(head, length);
        if (text.isBlank()) {
            throw new UnreadableException(length == 0 ? "Is empty" : "Is blank");
        }
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableException("Is binary, not text");
        }
        return new Sample(file.unpackedName(), text, complete);
    }

    /** The beginning of packed content without an end is still worth recognising: its source says where it breaks off. */
    private static int readAsFarAsPossible(InputStream content, byte[] head) throws IOException {
        int length = 0;
        try {
            int read = content.read(head, 0, head.length);
            while (read > 0) {
                length += read;
                read = content.read(head, length, head.length - length);
            }
        } catch (EOFException cutOff) {
            if (length == 0) {
                throw cutOff;
            }
        }
        return length;
    }

    private static void refuseOtherEncodings(byte[] head, int length) throws UnreadableException {
        if (length < 2) {
            return;
        }
        int first = head[0] & 0xff;
        int second = head[1] & 0xff;
        boolean marked = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
        boolean wide = (first == 0 && isOpening(second)) || (second == 0 && isOpening(first));
        if (marked || wide) {
            throw new UnreadableException("Is in UTF-16, not in UTF-8");
        }
    }

    private static boolean isOpening(int c) {
        return c == '{' || c == '[';
    }

    /** Bytes in another encoding are shown as such: a source refuses the lines that hold them, and reads the others. */
    private static String decoded(byte[] head, int length) throws UnreadableException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer characters = CharBuffer.allocate(length);
        decoder.decode(ByteBuffer.wrap(head, 0, length), characters, false);
        String text = characters.flip().toString();
        if (inAnotherEncoding(text) && looksBinary(text)) {
            throw new UnreadableException("Is binary, not text");
        }
        return text;
    }

    /** Whether the text held bytes that are not in UTF-8. */
    static boolean inAnotherEncoding(String text) {
        return text.indexOf('\ufffd') >= 0;
    }

    private static boolean looksBinary(CharSequence text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
