package tacit.memory.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** How things, types and properties are named, so that one name always means the same. */
final class Names {

    static final int LONGEST = 200;

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789.";
    private static final int LONGEST_ATTRIBUTE = 100;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}_-]+");
    private static final Pattern TYPE = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]{1,60}");

    private Names() {}

    /** The name without blanks around it, each blank a single one. */
    static String written(String name) {
        String written = BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (written.isEmpty() || written.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "name must have 1 to " + LONGEST + " characters, got " + written.length());
        }
        return written;
    }

    /** What stands for a name in all its spellings. */
    static String folded(String name) {
        String form = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(Normalizer.normalize(form, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** A type of things or relations: lower case, with underscores between words. */
    static String type(String type) {
        String name = BETWEEN_WORDS.matcher(folded(type)).replaceAll("_");
        if (!TYPE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "type must be 1 to 60 letters, digits and underscores, got '" + type + "'");
        }
        return name;
    }

    /** A property's name as the name of an attribute, which knows lower case letters, digits and dots only. */
    static String attribute(String property) {
        StringBuilder name = new StringBuilder(GraphRecords.PROPERTY);
        property.codePoints().forEach(letter -> {
            if (PLAIN.indexOf(letter) >= 0) {
                name.appendCodePoint(letter);
            } else {
                name.append('_').append(Integer.toHexString(letter)).append('_');
            }
        });
        if (property.isBlank() || name.length() > LONGEST_ATTRIBUTE) {
            throw new IllegalArgumentException("properties must have short names that are not blank");
        }
        return name.toString();
    }

    /** The property that an attribute keeps. */
    static String property(String attribute) {
        StringBuilder name = new StringBuilder();
        String[] parts = attribute.substring(GraphRecords.PROPERTY.length()).split("_", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                name.append(parts[i]);
            } else {
                name.appendCodePoint(Integer.parseInt(parts[i], 16));
            }
        }
        return name.toString();
    }

    /** The attribute that keeps a spelling. */
    static String aliasAttribute(String spelling) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(spelling.getBytes(StandardCharsets.UTF_8));
            return GraphRecords.ALIAS + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
