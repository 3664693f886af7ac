package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.SkillVersion;
import tacit.api.adapt.Skills;
import tacit.api.adapt.TaskLearning;
import tacit.api.experiment.Lineage;
import tacit.api.memory.MemoryStore;
import tacit.surface.mcp.page.MemoryView;
import tacit.surface.mcp.page.SkillShelf;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.tool.ToolCard.Effect;

/** Says why something is there: a memory, a skill, a rule, a generation, or what was learnt from a run. */
@Component
public final class LearningExplain implements McpTool {

    private static final List<String> KINDS = kinds();

    private static final ToolCard CARD = new ToolCard(
            "learning_explain",
            "Explain what was learnt",
            "Says why a memory, a skill, a rule about tool calls, a family of failures, an experiment or a generation is"
                    + " there: what led to it and what came of it; or what was learnt from a run.",
            Schema.closed()
                    .text(
                            "id",
                            "of a memory, a run, or what else was learnt; the name of a skill; the number of a generation")
                    .choice("kind", KINDS, "which thing has the id; whatever has it unless told")
                    .requires("id"),
            Schema.open()
                    .text("kind", "which thing it is")
                    .object("memory", "with what it rests on")
                    .list("skill", "object", "the versions of a skill, with their reasons")
                    .object("lineage", "what led to it and what came of it")
                    .list("reports", "object", "what was learnt from the run")
                    .requires("kind"),
            Effect.READS);

    private final MemoryStore memories;
    private final SkillShelf shelf;
    private final Skills skills;
    private final Lineage lineage;
    private final LearningFeed feed;

    @Activate
    public LearningExplain(
            @Reference MemoryStore memories,
            @Reference SkillShelf shelf,
            @Reference Skills skills,
            @Reference Lineage lineage,
            @Reference LearningFeed feed) {
        this.memories = memories;
        this.shelf = shelf;
        this.skills = skills;
        this.lineage = lineage;
        this.feed = feed;
    }

    private static List<String> kinds() {
        Set<String> kinds = new LinkedHashSet<>(List.of("memory", "skill"));
        kinds.addAll(Arguments.words(Lineage.Kind.class));
        return List.copyOf(kinds);
    }

    @Override
    public ToolCard card() {
        return CARD;
    }

    @Override
    public ToolReply call(Caller caller, Arguments arguments) {
        String id = arguments.text("id", Arguments.ID);
        @Nullable String kind = arguments.optionalText("kind", 64);
        if (kind != null && !KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind must be one of " + KINDS);
        }
        return asked(kind, "memory")
                .flatMap(any -> memory(caller, id))
                .or(() -> asked(kind, "skill").flatMap(any -> skill(caller, id)))
                .or(() -> linked(caller, id, kind))
                .map(ToolReply::of)
                .orElseThrow(() -> new IllegalArgumentException("Nothing that the caller may see has this id"));
    }

    private static Optional<String> asked(@Nullable String kind, String wanted) {
        return Optional.of(wanted).filter(one -> kind == null || kind.equals(one));
    }

    private Optional<ObjectNode> memory(Caller caller, String id) {
        return MemoryView.find(memories, caller, id).map(memory -> {
            ObjectNode value = Json.object().put("kind", "memory");
            return value.set("memory", MemoryView.of(memory));
        });
    }

    private Optional<ObjectNode> skill(Caller caller, String name) {
        return shelf.find(caller, name).map(offered -> {
            ObjectNode value = Json.object().put("kind", "skill");
            return value.set(
                    "skill",
                    Json.array(skills.history(offered.owner(), name).stream()
                            .map(LearningExplain::version)
                            .toList()));
        });
    }

    private static ObjectNode version(SkillVersion version) {
        ObjectNode view = Json.object()
                .put("version", version.version())
                .put("at", version.at().toString())
                .put("by", version.by().kind().name().toLowerCase(Locale.ROOT))
                .put("note", version.note());
        if (version.proposalId() != null) {
            view.put("proposalId", version.proposalId());
        }
        return view.set("evidence", Json.of(version.evidence()));
    }

    private Optional<ObjectNode> linked(Caller caller, String id, @Nullable String kind) {
        if (kind != null && List.of("memory", "skill").contains(kind)) {
            return Optional.empty();
        }
        Lineage.@Nullable Kind wanted = kind == null ? null : Lineage.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        return lineage.of(caller.scope(), new Lineage.Question(id, wanted, 20, null, 0))
                // Whether the caller may see a memory or a skill was asked before, by other rules
                .filter(view -> view.start().kind() != Lineage.Kind.MEMORY
                        && view.start().kind() != Lineage.Kind.SKILL)
                .map(view -> {
                    ObjectNode value =
                            Json.object().put("kind", view.start().kind().name().toLowerCase(Locale.ROOT));
                    value.set("lineage", LinkView.of(view, caller.reads()));
                    return value.set("reports", Json.array(reports(caller, id)));
                });
    }

    private List<ObjectNode> reports(Caller caller, String id) {
        return feed.of(caller.scope(), id).stream()
                .filter(report -> caller.reads() || own(caller, report))
                .map(LinkView::of)
                .toList();
    }

    private static boolean own(Caller caller, TaskLearning report) {
        return report.userId() == null
                || report.userId().equals(caller.audience().userId());
    }
}
