package tacit.memory.topics;

import java.util.List;
import java.util.Optional;
import tacit.api.memory.TopicPack;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.WorkspaceFile;
import tacit.memory.words.MarkedBlock;
import tacit.memory.words.Overlap;
import tacit.memory.words.Secrets;

/**
 * A file of the topics' folder: what the host wrote there, what people wrote, or both. Immutable.
 *
 * @param file as it was read
 * @param topic what the host wrote
 * @param others what people wrote around it, as they did
 */
record TopicFile(WorkspaceFile file, Optional<Topic> topic, String others) {

    static final MarkedBlock BLOCK = new MarkedBlock(TopicPacks.BLOCK_BEGIN, TopicPacks.BLOCK_END);

    private static final int WORDS = 12;
    private static final int LONGEST = 2_000;

    static TopicFile of(WorkspaceFile file) {
        return new TopicFile(file, BLOCK.inside(file.text()).flatMap(Topic::read), BLOCK.outside(file.text()));
    }

    String path() {
        return file.path();
    }

    /** The host's title, else the first heading, else the name of the file. */
    String title() {
        return topic.map(Topic::title).orElseGet(() -> others.lines()
                .filter(line -> line.matches("#{1,6} .*\\S.*"))
                .map(line -> Secrets.redacted(line).replaceFirst("#+", "").strip())
                .findFirst()
                .orElseGet(this::name));
    }

    private String name() {
        return path().substring(path().lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
    }

    String source() {
        return topic.map(Topic::source).orElse("file");
    }

    private String text() {
        String text = topic.map(Topic::text).orElse("");
        String whole = (text + "\n\n" + Secrets.redacted(others).strip()).strip();
        int end = Math.min(LONGEST, whole.length());
        return whole.substring(
                0, end > 0 && end < whole.length() && Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end);
    }

    /** As an answer to a question, with how many of its first words it holds. */
    TopicPack pack(String query) {
        String text = text();
        return new TopicPack(
                topic.map(Topic::id).orElse(""),
                title(),
                source(),
                path(),
                text,
                topic.map(Topic::memoryIds).orElse(List.of()),
                topic.map(Topic::updatedAt).orElse(file.modifiedAt()),
                Overlap.count(query, WORDS, title() + "\n" + text));
    }

    /** Whether nobody but the host wrote there. */
    boolean isOwn() {
        return topic.isPresent() && others.isBlank();
    }
}
