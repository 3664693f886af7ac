package tacit.surface.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditLog;
import tacit.api.memory.WikiPage;
import tacit.api.memory.WikiSource;
import tacit.api.memory.WikiVault;

/** Puts sources and notes into a vault on an operator's word. */
final class WikiWriting {

    private final WikiVault vault;
    private final AuditLog audit;

    WikiWriting(WikiVault vault, AuditLog audit) {
        this.vault = vault;
        this.audit = audit;
    }

    /** Keeps the lines of a source as they are. */
    String ingest(String workspace, WikiSource.Kind kind, String origin, Instant now, String... words) {
        String text = Words.rest("wiki ingest needs a title and lines", 2, lines(2, words));
        audit.write(
                Words.OPERATOR,
                "wiki.ingest",
                workspace,
                Map.of("workspace", workspace, "bytes", String.valueOf(text.getBytes(StandardCharsets.UTF_8).length)));
        return "Kept as " + vault.ingest(workspace, new WikiSource(kind, words[1], origin, text), now);
    }

    /** Writes a note in place of the one at its path. */
    String write(
            String workspace, String type, String status, String tags, String sources, Instant now, String... words) {
        String text = Words.rest("wiki write needs a path, a title and lines", 3, lines(3, words));
        audit.write(Words.OPERATOR, "wiki.write", words[1], Map.of("workspace", workspace));
        WikiPage page =
                new WikiPage(words[1], words[2], type, status, listed(tags), listed(sources), null, null, text + "\n");
        return "Written: " + vault.write(workspace, page, now).path();
    }

    /** The same words with all lines as the last one. */
    private static String[] lines(int first, String... words) {
        if (words.length <= first) {
            return words;
        }
        List<String> all = Arrays.asList(words);
        String[] joined = Arrays.copyOf(words, first + 1);
        joined[first] = String.join("\n", all.subList(first, words.length));
        return joined;
    }

    private static List<String> listed(String words) {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(",", -1));
    }
}
