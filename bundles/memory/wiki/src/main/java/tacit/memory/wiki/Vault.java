package tacit.memory.wiki;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tacit.api.memory.WikiPage;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/**
 * A vault as it was read at once. Immutable.
 *
 * @param pages the notes, by path below the vault
 * @param sources the kept sources with their texts, by path below the vault
 * @param modified when each file was last changed, by path below the vault
 * @param index the text of its index; empty when there is none
 */
record Vault(
        List<WikiPage> pages, SortedMap<String, String> sources, SortedMap<String, Instant> modified, String index) {

    static final String RAW = "raw/";
    static final String INDEX = "index.md";

    private static final Set<String> OWN = Set.of("SCHEMA.md", INDEX, "log.md", "inbox.md");
    private static final int DEPTH = 8;

    static Vault read(WorkspaceFiles files, String workspaceId, String folder, int mostBytes) {
        SortedMap<String, String> texts = new TreeMap<>();
        SortedMap<String, Instant> modified = new TreeMap<>();
        for (WorkspaceFiles.Entry entry : files.list(workspaceId, folder, DEPTH, List.of(".obsidian", ".git"))) {
            String path = entry.path().substring(folder.length() + 1);
            modified.put(path, entry.modifiedAt());
            if (path.endsWith(".md")) {
                text(files, workspaceId, entry.path(), mostBytes).ifPresent(text -> texts.put(path, text));
            }
        }
        SortedMap<String, String> sources = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.startsWith(RAW)) {
                sources.put(path, text);
            }
        });
        return new Vault(pages(texts), sources, modified, texts.getOrDefault(INDEX, ""));
    }

    private static Optional<String> text(WorkspaceFiles files, String workspaceId, String path, int mostBytes) {
        return files.read(workspaceId, path, mostBytes).map(WorkspaceFile::text);
    }

    private static List<WikiPage> pages(SortedMap<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> isPage(entry.getKey()))
                .map(entry -> PageText.page(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether a path below the vault is one of a note: neither a source, nor a finished work, nor one of its own files. */
    static boolean isPage(String path) {
        return path.endsWith(".md") && !path.startsWith(RAW) && !path.startsWith("outputs/") && !OWN.contains(path);
    }

    Map<String, WikiPage> byPath() {
        return pages.stream().collect(Collectors.toMap(WikiPage::path, page -> page));
    }

    Links links() {
        return new Links(pages, modified.keySet());
    }
}
