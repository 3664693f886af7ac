package tacit.api.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts the SHA-256 of a text where the text stood, as it is or written into JSON. Immutable. */
public final class TextTombstones {

    private static final int JSON_LEVELS = 3;
    private static final String BEGIN = "[deleted sha256:";

    private record Form(String written, String tombstone) {}

    private final List<Form> forms;

    private TextTombstones(List<Form> forms) {
        this.forms = forms;
    }

    /** For these texts; those shorter than {@link EvidenceTexts#SHORTEST_TEXT} are passed over. */
    public static TextTombstones of(Collection<String> texts) {
        List<Form> forms = new ArrayList<>();
        for (String text : texts) {
            if (text.length() >= EvidenceTexts.SHORTEST_TEXT) {
                written(text).forEach(written -> forms.add(new Form(written, instead(text))));
            }
        }
        forms.sort(Comparator.comparing((Form form) -> -form.written().length()));
        return new TextTombstones(List.copyOf(forms));
    }

    private static Set<String> written(String text) {
        Set<String> forms = new LinkedHashSet<>();
        String unicode = text;
        String ascii = text;
        for (int level = 0; level <= JSON_LEVELS; level++) {
            forms.add(unicode);
            forms.add(ascii);
            unicode = quoted(unicode, Character.MAX_VALUE);
            ascii = quoted(ascii, '\u007f');
        }
        return forms;
    }

    /** What stands for a whole text; an empty text and a tombstone stay as they are. */
    public static String instead(String text) {
        boolean done = text.isEmpty() || (text.startsWith(BEGIN) && text.endsWith("]"));
        return done ? text : BEGIN + sha256(text) + "]";
    }

    /** The text with tombstones in place of these texts. */
    public String in(String text) {
        String left = text;
        for (Form form : forms) {
            left = left.replace(form.written(), form.tombstone());
        }
        return left;
    }

    /** Whether a text had others taken out. */
    public static boolean areIn(String text) {
        return text.contains(BEGIN);
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return forms.isEmpty();
    }

    private static String quoted(String text, char last) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int plain = "\"\\\b\f\n\r\t".indexOf(c);
            if (plain >= 0) {
                quoted.append('\\').append("\"\\bfnrt".charAt(plain));
            } else if (c < ' ' || c > last) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
