package tacit.memory.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.WorkspaceNotes;
import tacit.memory.markdown.Chunks.Chunk;
import tacit.memory.words.MarkedBlock;
import tacit.memory.words.Secrets;

/**
 * Reads the Markdown files of one folder of each workspace. What the host itself writes there is left out: blocks of curated
 * entries and topics, logs of days, and former versions of files.
 */
@Component(property = Role.PROPERTY + "=workspace-notes")
@Designate(ocd = FolderNotes.Config.class)
public final class FolderNotes implements WorkspaceNotes {

    /** Which files are notes. */
    @ObjectClassDefinition(name = "Tacit notes of workspaces")
    public @interface Config {

        @AttributeDefinition(
                name = "Root",
                description = "The folder below the workspace's own that holds the notes; empty for all of it")
        String root() default ".cowork";

        @AttributeDefinition(
                name = "Largest",
                description = "Files with more bytes are no notes, in [1024, 33554432]",
                min = "1024",
                max = "33554432")
        int largest() default 2 * 1024 * 1024;
    }

    private static final int LARGEST = 32 * 1024 * 1024;
    private static final int DEPTH = 32;
    private static final int OF_A_GROUP = 400;
    private static final String LOGS = ".cowork/memory/daily/";

    private static final List<String> SKIPPED = List.of(
            ".git",
            "node_modules",
            "dist",
            "build",
            "coverage",
            ".next",
            ".turbo",
            ".cache",
            ".idea",
            ".vscode",
            "release",
            ".history");

    private static final List<MarkedBlock> OWN = List.of(
            new MarkedBlock(CuratedMemory.BLOCK_BEGIN, CuratedMemory.BLOCK_END),
            new MarkedBlock(TopicPacks.BLOCK_BEGIN, TopicPacks.BLOCK_END));

    private final WorkspaceFiles files;
    private final String root;
    private final int largest;

    @Activate
    public FolderNotes(@Reference WorkspaceFiles files, Config config) {
        this.files = files;
        this.root = config.root().strip().replaceAll("/+$", "");
        this.largest = config.largest();
        if (largest < 1024 || largest > LARGEST) {
            throw new IllegalArgumentException("largest must be in [1024, " + LARGEST + "], got " + largest);
        }
        if (root.startsWith("/") || List.of(root.split("/", -1)).contains("..")) {
            throw new IllegalArgumentException("root must be a folder below the workspace's, got '" + root + "'");
        }
    }

    @Override
    public List<WorkspaceFiles.Entry> files(String workspaceId) {
        return files.list(workspaceId, root, DEPTH, SKIPPED).stream()
                .filter(this::isNote)
                .toList();
    }

    private boolean isNote(WorkspaceFiles.Entry entry) {
        return entry.size() <= largest && isNote(entry.path());
    }

    private boolean isNote(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return (name.endsWith(".md") || name.endsWith(".markdown"))
                && (root.isEmpty() || path.startsWith(root + "/"))
                && !path.startsWith(LOGS)
                && List.of(path.split("/", -1)).stream().noneMatch(SKIPPED::contains);
    }

    @Override
    public List<SearchDocument> documents(String workspaceId, String path) {
        if (!isNote(path)) {
            return List.of();
        }
        return files.read(workspaceId, path, largest)
                .filter(WorkspaceFile::whole)
                .map(file -> documents(workspaceId, file))
                .orElse(List.of());
    }

    private static List<SearchDocument> documents(String workspaceId, WorkspaceFile file) {
        List<SearchDocument> documents = new ArrayList<>();
        for (Chunk chunk : Chunks.of(shown(file.text()))) {
            documents.add(document(workspaceId, file, documents.size(), chunk));
        }
        return documents;
    }

    /** What may be found, with every line where it stands in the file. */
    private static String shown(String text) {
        String shown = Secrets.redactedInLines(text);
        for (MarkedBlock block : OWN) {
            shown = block.blanked(shown);
        }
        return shown;
    }

    private static SearchDocument document(String workspaceId, WorkspaceFile file, int number, Chunk chunk) {
        int part = number / OF_A_GROUP;
        return new SearchDocument(
                GROUP + file.path() + "#" + number,
                TYPE,
                workspaceId,
                null,
                GROUP + file.path() + (part == 0 ? "" : "#" + part),
                number,
                file.modifiedAt(),
                "",
                file.path(),
                chunk.text(),
                Visibility.PRIVATE,
                TrustLane.FOREIGN,
                new TreeMap<>(Map.of(
                        "path", file.path(),
                        "start_line", String.valueOf(chunk.start()),
                        "end_line", String.valueOf(chunk.end()))));
    }
}
