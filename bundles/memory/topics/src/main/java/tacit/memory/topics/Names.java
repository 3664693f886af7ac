package tacit.memory.topics;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the file of a topic. A file of another topic, or one that a person wrote, is never its own. */
final class Names {

    private static final int LONGEST = 80;
    private static final int SUFFIX = 8;

    private Names() {}

    /** The path where a topic stands or may stand; none when others have both of its names. */
    static Optional<String> path(Topic topic, List<TopicFile> there) {
        Optional<String> own = there.stream()
                .filter(file -> isOf(file, topic))
                .map(TopicFile::path)
                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        String plain = slug(topic.title(), LONGEST);
        String marked =
                slug(topic.title(), LONGEST - SUFFIX - 1) + "-" + topic.id().substring(0, SUFFIX);
        return List.of(plain, marked).stream()
                .map(name -> Shelf.FOLDER + "/" + name + ".md")
                .filter(path -> there.stream().noneMatch(file -> file.path().equals(path)))
                .findFirst();
    }

    private static boolean isOf(TopicFile file, Topic topic) {
        return file.topic().map(Topic::id).filter(topic.id()::equals).isPresent();
    }

    /** Lower case letters and digits of any language, with hyphens for all else. */
    static String slug(String title, int longest) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "-")
                .replaceAll("^-|-$", "");
        int end = plain.offsetByCodePoints(0, Math.min(longest, plain.codePointCount(0, plain.length())));
        String bounded = plain.substring(0, end);
        while (bounded.getBytes(StandardCharsets.UTF_8).length > 2 * LONGEST + 60) {
            bounded = bounded.substring(0, bounded.offsetByCodePoints(bounded.length(), -1));
        }
        String slug = bounded.replaceAll("-+$", "");
        return slug.isEmpty() ? "topic" : slug;
    }
}
