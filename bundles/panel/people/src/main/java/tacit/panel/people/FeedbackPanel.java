package tacit.panel.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;

/** What people thought of runs, by task, with the reasons that they gave and what came of each; it is given on the page of a task. */
@Component(service = Panel.class)
public final class FeedbackPanel implements Panel {

    private static final int SIZE = 50;
    private static final int MOST = 1_000;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable FeedbackDesk desk;

    @Override
    public String id() {
        return "feedback";
    }

    @Override
    public String title() {
        return "Feedback";
    }

    @Override
    public Group group() {
        return Group.PEOPLE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<String> live() {
        return Set.of("outcome.recorded");
    }

    @Override
    public Page show(View view) {
        FeedbackDesk open = desk;
        FeedbackFilter filter = FeedbackFilter.of(view);
        Map<String, Object> values = new LinkedHashMap<>(filter.values());
        values.put("known", open != null);
        if (open != null) {
            List<KeptFeedback> last = open.list(view.principal().scope(), filter.task(), MOST);
            List<KeptFeedback> wanted = last.stream().filter(filter::takes).toList();
            values.put("bounded", last.size() == MOST);
            values.put("total", wanted.size());
            values.put("offset", view.offset());
            values.put(
                    "rows",
                    wanted.stream()
                            .skip(view.offset())
                            .limit(SIZE)
                            .map(FeedbackPanel::row)
                            .toList());
            values.putAll(counted(wanted));
        }
        return Page.of("", FeedbackPanel.class, "feedback.peb", values);
    }

    private static Map<String, Object> counted(List<KeptFeedback> wanted) {
        Map<String, Long> reasons = FeedbackFilter.counts(wanted);
        Map<String, Object> counts = new LinkedHashMap<>();
        for (GivenFeedback.Decision decision : GivenFeedback.Decision.values()) {
            counts.put(
                    "is" + decision.word(),
                    wanted.stream()
                            .filter(kept -> kept.feedback().decision() == decision)
                            .count());
        }
        counts.put("waits", wanted.stream().filter(KeptFeedback::open).count());
        counts.put("labels", List.copyOf(reasons.keySet()));
        counts.put("figures", List.copyOf(reasons.values()));
        return counts;
    }

    private static Map<String, Object> row(KeptFeedback kept) {
        GivenFeedback given = kept.feedback();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("task", given.taskId());
        row.put("decision", given.decision());
        put(row, "reason", given.reason());
        put(row, "note", given.note());
        row.put(
                "from",
                Stream.of(given.userId(), given.channel(), "by " + kept.by())
                        .filter(Objects::nonNull)
                        .toList());
        row.put("at", given.at());
        List<String> routed = new ArrayList<>();
        kept.routed().forEach((part, route) -> routed.add(part + ": " + route.words()));
        row.put("routed", routed);
        return row;
    }

    private static void put(Map<String, Object> row, String name, @Nullable String value) {
        if (value != null) {
            row.put(name, value);
        }
    }
}
