package tacit.adapt.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.BriefingRequest;
import tacit.api.adapt.BriefingSection;
import tacit.api.adapt.BriefingSection.Line;
import tacit.api.adapt.BriefingSection.Status;
import tacit.api.adapt.DailyBriefing;
import tacit.api.adapt.Governed;
import tacit.api.harness.Role;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WriteGate;
import tacit.api.store.PageRequest;

/** Writes briefings from what it is given, from the journal and from the queue of writes. Stateless. */
@Component(
        property = {
            Role.PROPERTY + "=briefing",
            Governed.PROPERTY + "=evolution_metrics|evolution.metrics||",
            Governed.PROPERTY + "=learnt_yesterday|learnt.yesterday||"
        })
@Designate(ocd = WrittenBriefing.Config.class)
public final class WrittenBriefing implements DailyBriefing {

    /** What a briefing speaks of. */
    @ObjectClassDefinition(name = "Tacit daily briefing")
    public @interface Config {

        @AttributeDefinition(name = "Evolution metrics", description = "Whether it says how well learning goes")
        boolean evolution_metrics() default true;

        @AttributeDefinition(
                name = "Learnt yesterday",
                description =
                        "Whether it shows the summary of the day before; to nobody but who sees the whole workspace")
        boolean learnt_yesterday() default true;

        @AttributeDefinition(name = "Waiting", description = "Whether it counts what waits for somebody")
        boolean waiting() default true;

        @AttributeDefinition(
                name = "Most items",
                description = "Items of the day before that are shown, from 1 to 100",
                min = "1",
                max = "100")
        int most_items() default 8;
    }

    private final WorkspaceFiles files;
    private final WriteGate gate;
    private final boolean evolution;
    private final boolean learnt;
    private final boolean waiting;
    private final int mostItems;

    @Activate
    public WrittenBriefing(@Reference WorkspaceFiles files, @Reference WriteGate gate, Config config) {
        this.files = files;
        this.gate = gate;
        this.evolution = config.evolution_metrics();
        this.learnt = config.learnt_yesterday();
        this.waiting = config.waiting();
        this.mostItems = StoredEvolution.within("most.items", config.most_items(), 1, 100);
    }

    @Override
    public Briefing brief(BriefingRequest request) {
        List<BriefingSection> sections = new ArrayList<>();
        evolution(request).ifPresent(sections::add);
        learnt(request).ifPresent(sections::add);
        waiting(request).ifPresent(sections::add);
        return new Briefing(request.day(), sections, text(request.day(), sections));
    }

    private Optional<BriefingSection> evolution(BriefingRequest request) {
        return Optional.ofNullable(request.evolution())
                .filter(snapshot -> evolution && EvolutionText.worthTelling(snapshot))
                .map(EvolutionText::section);
    }

    /** The journal is of the whole workspace: what it says is for nobody who may see one user only. */
    private Optional<BriefingSection> learnt(BriefingRequest request) {
        if (!learnt || request.scope().userId() != null) {
            return Optional.empty();
        }
        return section(
                LEARNT, "Yesterday", DaySummary.before(files, request.scope().workspaceId(), request.day(), mostItems));
    }

    private Optional<BriefingSection> waiting(BriefingRequest request) {
        if (!waiting) {
            return Optional.empty();
        }
        SortedMap<String, Long> all = new TreeMap<>(request.waiting());
        all.put(
                "memory writes",
                gate.list(request.scope(), PendingWrite.Status.PENDING, PageRequest.first(1))
                        .total());
        return section(
                WAITING,
                "Waiting for you",
                all.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
    }

    private static Optional<BriefingSection> section(String id, String title, List<String> items) {
        List<Line> lines =
                items.stream().map(item -> new Line(Status.INFO, "- " + item)).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new BriefingSection(id, title, lines));
    }

    private static String text(String day, List<BriefingSection> sections) {
        return sections.stream()
                .map(section -> "\n## " + section.title() + "\n"
                        + section.lines().stream().map(Line::text).collect(Collectors.joining("\n")) + "\n")
                .collect(Collectors.joining("", "# Briefing of " + day + "\n", ""));
    }
}
