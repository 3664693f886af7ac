package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.ProfileFact;
import tacit.api.memory.ProfileFact.Category;
import tacit.api.memory.UserProfile;
import tacit.api.store.Scope;

/** Commands that let an operator see what is known about a user, and put it right. */
@Component(
        service = ProfileCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=profile"})
public final class ProfileCommands {

    private static final String KNOWN = "list, questions, name NAME, add TEXT, update ID TEXT or forget ID";

    private final UserProfile profile;
    private final MemoryStore memories;
    private final AuditLog audit;

    @Activate
    public ProfileCommands(@Reference UserProfile profile, @Reference MemoryStore memories, @Reference AuditLog audit) {
        this.profile = profile;
        this.memories = memories;
        this.audit = audit;
    }

    @Descriptor(
            "shows what is known about a user, or one of: questions, name NAME, add TEXT, update ID TEXT, forget ID")
    public void profile(
            CommandSession session,
            @Descriptor("whom it is about") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("of this category: identity, preference, bio, work, goal, operating, voice, accountability,"
                            + " constraint or other")
                    @Parameter(names = "--category", absentValue = "")
                    String category,
            @Descriptor("comes first and is never dropped")
                    @Parameter(names = "--pinned", presentValue = "true", absentValue = "false")
                    boolean pinned,
            @Descriptor("facts to show") @Parameter(names = "--limit", absentValue = "50") int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        Category wanted = Words.optional(Category.class, category);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> list(printer, scope, wanted, limit, json);
            case "questions" -> printer.print(Rows.of(profile.questions(scope), ProfileCommands::row), json);
            case "name" -> {
                String name = "Preferred name: " + Words.rest("profile name needs a name", 1, words);
                printer.print(row(profile.add(fact(scope, Category.IDENTITY, name, true, "profile.name"))), json);
            }
            case "add" -> {
                String text = Words.rest("profile add needs a text", 1, words);
                Category kind = wanted == null ? Category.OTHER : wanted;
                printer.print(row(profile.add(fact(scope, kind, text, pinned, "profile.add"))), json);
            }
            case "update" -> {
                String text = Words.rest("profile update needs an id and a text", 2, words);
                printer.print(row(updated(scope, words[1], wanted, text, pinned)), json);
            }
            case "forget" -> printer.line(forget(scope, Words.only("profile forget needs an id", words)));
            default -> throw new IllegalArgumentException("profile knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private void list(Printer printer, Scope scope, @Nullable Category wanted, int limit, boolean json) {
        String user = scope.userId();
        if (user != null && !json) {
            profile.preferredName(scope.workspaceId(), user)
                    .ifPresent(name -> printer.line("'" + user + "' wants to be called " + name));
        }
        printer.print(Rows.of(profile.list(scope, wanted, limit), ProfileCommands::row), json);
        int open = profile.questions(scope).size();
        if (open > 0 && !json) {
            printer.line(open + " facts contradict each other: tacit:profile questions");
        }
    }

    private MemoryRecord updated(Scope scope, String id, @Nullable Category wanted, String text, boolean pinned) {
        MemoryRecord stored = stored(scope, id);
        Category category = wanted == null ? Words.required(Category.class, stored.kind()) : wanted;
        Scope own = new Scope(scope.workspaceId(), stored.scope().id());
        boolean first = pinned || stored.attribute("pinned").orElse("").equals("true");
        return profile.update(own, id, fact(own, category, text, first, "profile.update"))
                .orElseThrow(() -> missing(scope, id));
    }

    private MemoryRecord stored(Scope scope, String id) {
        return memories.find(scope, id)
                .filter(fact -> fact.layer().equals(UserProfile.LAYER) && fact.state() == MemoryState.ACTIVE)
                .orElseThrow(() -> missing(scope, id));
    }

    private static IllegalArgumentException missing(Scope scope, String id) {
        return new IllegalArgumentException("Cannot find fact '" + id + "' in workspace '" + scope.workspaceId() + "'");
    }

    private String forget(Scope scope, String id) {
        String found = stored(scope, id).id();
        audit.write(Words.OPERATOR, "profile.forget", found, Map.of("workspace", scope.workspaceId()));
        return profile.delete(scope, found) ? "Forgotten" : "Somebody forgot it in this moment";
    }

    /** Entered by hand, with its entry in the audit log as evidence. */
    private ProfileFact fact(Scope scope, Category category, String text, boolean pinned, String action) {
        String user = scope.userId();
        if (user == null) {
            throw new IllegalArgumentException("profile needs --user USER here: facts are about somebody");
        }
        List<Evidence> evidence = Entered.evidence(audit, action, user, scope);
        return new ProfileFact(
                scope.workspaceId(), user, category, text, ProfileFact.Source.MANUAL, null, pinned, null, evidence);
    }

    private static Map<String, @Nullable Object> row(MemoryRecord fact) {
        return Rows.row(
                "id", fact.id(),
                "user", fact.scope().id(),
                "category", fact.kind(),
                "pinned", fact.attribute("pinned").orElse("false").equals("true") ? "yes" : "no",
                "source", fact.attribute("source").orElse(""),
                "confidence", fact.confidence(),
                "contradicts", fact.attribute("question").orElse(null),
                "text", fact.text());
    }
}
