package tacit.memory.wiki;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import tacit.api.memory.WikiSource;

/** Kept sources as files: what they are, then their text as it came. */
final class SourceText {

    private static final int NAME = 60;
    private static final int SHORT = 8;

    private SourceText() {}

    /** Where a source is kept below the vault; the same text has the same place whenever it comes. */
    static String path(WikiSource source) {
        String folder = source.kind().name().toLowerCase(Locale.ROOT) + "s";
        return Vault.RAW + folder + "/" + slug(source.title()) + "-"
                + sha256(source.text()).substring(0, SHORT) + ".md";
    }

    static String render(WikiSource source, Instant now) {
        return "---\n"
                + "title: " + line(source.title()) + "\n"
                + "origin: " + line(source.origin()) + "\n"
                + "captured: " + LocalDate.ofInstant(now, ZoneOffset.UTC) + "\n"
                + "sha256: " + sha256(source.text()) + "\n"
                + "---\n" + source.text();
    }

    /** Whether the text of a file is still that which was kept; a file that was put there by hand says nothing to compare with. */
    static boolean unchanged(String file) {
        String sha = PageText.parse(file).field("sha256");
        int end = file.indexOf("\n---\n");
        return sha.isEmpty() || end < 0 || sha.equals(sha256(file.substring(end + "\n---\n".length())));
    }

    /** A name for a file: letters and digits of any language, joined by hyphens. */
    static String slug(String title) {
        String slug = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String bounded =
                slug.substring(0, slug.offsetByCodePoints(0, Math.min(NAME, slug.codePointCount(0, slug.length()))));
        return bounded.isEmpty() ? "untitled" : bounded;
    }

    private static String line(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
