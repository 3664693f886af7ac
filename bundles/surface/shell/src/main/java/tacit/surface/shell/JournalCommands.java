package tacit.surface.shell;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.Journal;
import tacit.api.memory.JournalEntry;
import tacit.api.store.Scope;

/** Commands that let an operator read the journal of a workspace, add to it and sum it up. */
@Component(
        service = JournalCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=journal"})
public final class JournalCommands {

    private static final int MOST_DAYS = 31;
    private static final int WEEK = 7;

    private final Journal journal;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public JournalCommands(@Reference Journal journal, @Reference AuditLog audit, @Reference Clock clock) {
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    @Descriptor("lists the days of a journal, or one of: show DAY, add TEXT, summarize DAY")
    public void journal(
            CommandSession session,
            @Descriptor("what an entry is: feedback, task, decision or observation")
                    @Parameter(names = "--category", absentValue = "observation")
                    String category,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("list, show DAY, add TEXT or summarize DAY") String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> {
                printer.print(Rows.of(journal.days(workspace, MOST_DAYS), day -> Rows.row("day", day)), json);
                if (!json) {
                    int summed = journal.countRecentSummaries(workspace, clock.instant(), WEEK);
                    printer.line(summed + " of the last " + WEEK + " days have a summary");
                }
            }
            case "show" ->
                printer.line(journal.day(workspace, word("show needs a day", words))
                        .orElseThrow(() -> new IllegalArgumentException("Nothing is noted of this day")));
            case "add" -> printer.line(add(workspace, category, word("add needs a text", words)));
            case "summarize" -> printer.line(summarize(workspace, word("summarize needs a day", words)));
            default ->
                throw new IllegalArgumentException("journal knows list, show, add and summarize, got '" + verb + "'");
        }
    }

    private String add(String workspace, String category, String text) {
        JournalEntry entry = new JournalEntry(
                clock.instant(), "user", Words.required(JournalEntry.Category.class, category), text, null, List.of());
        audit.write(Words.OPERATOR, "journal.add", workspace, Map.of("workspace", workspace));
        journal.append(workspace, entry);
        return "Noted";
    }

    private String summarize(String workspace, String day) {
        audit.write(Words.OPERATOR, "journal.summarize", day, Map.of("workspace", workspace));
        return journal.summarize(workspace, day, clock.instant()) ? "The summary has more now" : "Nothing is new";
    }

    private static String word(String rule, String... words) {
        if (words.length != 2) {
            throw new IllegalArgumentException("journal " + rule);
        }
        return words[1];
    }
}
