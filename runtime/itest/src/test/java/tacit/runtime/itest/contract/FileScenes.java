package tacit.runtime.itest.contract;

import static tacit.runtime.itest.contract.Scenes.ALONE;
import static tacit.runtime.itest.contract.Scenes.NOW;

import java.util.List;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Journal;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.WikiPage;
import tacit.api.memory.WikiSource;
import tacit.api.memory.WikiVault;
import tacit.api.memory.WorkspaceKit;
import tacit.api.memory.WorkspaceMigration;
import tacit.api.recall.WorkspaceNotes;

/** What lies in the folder of a workspace. */
final class FileScenes {

    private FileScenes() {}

    static void journal(Journal journal, String workspace) {
        journal.append(workspace, entry(JournalEntry.Category.DECISION, "Use PostgreSQL for orders"));
        journal.append(workspace, entry(JournalEntry.Category.TASK, "Book the copper bay ferry"));
        journal.day(workspace, "2026-01-06");
        journal.days(workspace, 7);
        journal.summarize(workspace, "2026-01-06", NOW);
        journal.countRecentSummaries(workspace, NOW, 7);
    }

    private static JournalEntry entry(JournalEntry.Category category, String text) {
        return new JournalEntry(NOW.minusSeconds(60), "user", category, text, Seed.GOOD, List.of("orders"));
    }

    static void kit(WorkspaceKit kit, String workspace) {
        ContextRequest request =
                new ContextRequest(workspace, "Tidy the user interface of the sidebar", ALONE, NOW, 20);
        kit.context(request);
        kit.status(workspace, NOW);
        kit.write(workspace, "LORE.md", null, "# Lore\n\n- The old ferry sank in 1998\n", NOW);
        kit.pressure(workspace);
        kit.context(request);
    }

    static void migration(WorkspaceMigration migration, String workspace) {
        migration.migrate(workspace, true);
        migration.migrate(workspace, false);
        migration.migrate(workspace, false);
    }

    static void wiki(WikiVault wiki, String workspace) {
        wiki.init(workspace, NOW);
        String source = wiki.ingest(
                workspace,
                new WikiSource(
                        WikiSource.Kind.ARTICLE, "Ferries", "https://example.org/ferries", "Ferries leave at nine."),
                NOW);
        wiki.write(workspace, page("ferries", "Ferries", "They leave at nine, see [[Harbours]].", source), NOW);
        wiki.write(workspace, page("harbours", "Harbours", "Where [[Ferries]] leave.", source), NOW);
        wiki.search(workspace, "ferries at nine", 5);
        wiki.refresh(workspace, NOW);
        wiki.health(workspace, NOW);
    }

    private static WikiPage page(String path, String title, String body, String source) {
        return new WikiPage(
                "concepts/" + path + ".md",
                title,
                "concept",
                "draft",
                List.of("travel"),
                List.of(source),
                null,
                null,
                body);
    }

    static void topics(TopicPacks topics, String workspace) {
        topics.refresh(workspace, "copper bay ferry orders", 6, NOW);
        topics.load(workspace, ALONE, "copper bay ferry", 4);
        topics.refresh(workspace, "", 6, NOW.plusSeconds(60));
        topics.load(workspace, ALONE, "", 4);
    }

    static void notes(WorkspaceNotes notes, String workspace) {
        notes.files(workspace).forEach(file -> notes.documents(workspace, file.path()));
    }
}
