package tacit.panel.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.BriefingSection;
import tacit.api.adapt.Evolution;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.Scope;

/** What somebody should know at the begin of a day, and what stood in the briefings of the days before. */
@Component(service = Panel.class)
public final class BriefingPanel implements Panel {

    private static final int SIZE = 30;
    private static final int MOST = 366;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Evolution evolution;

    @Override
    public String id() {
        return "briefing";
    }

    @Override
    public String title() {
        return "Briefing";
    }

    @Override
    public Group group() {
        return Group.WORK;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Page show(View view) {
        Evolution open = evolution;
        String today = view.now().toString().substring(0, 10);
        String day = day(view, today);
        Scope scope = Whose.of(view);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", false);
        values.put("day", day);
        values.put("user", scope.userId() == null ? "" : scope.userId());
        values.put("today", day.equals(today));
        values.put("offset", view.offset());
        values.put("days", List.of());
        values.put("total", 0);
        if (open != null) {
            sections(open, scope, day.equals(today) ? null : day, values);
            earlier(open, scope, view.offset(), values);
        }
        return Page.of(day.equals(today) ? "" : "Briefing of " + day, BriefingPanel.class, "briefing.peb", values);
    }

    /** Of today unless a path or the form says otherwise. */
    private static String day(View view, String today) {
        String day = view.path().isEmpty()
                ? view.parameter("day").orElse(today)
                : view.path().get(0);
        if (!day.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new HttpProblem(400, "day must be such as 2026-03-01");
        }
        return day;
    }

    private static void sections(Evolution open, Scope scope, @Nullable String day, Map<String, Object> values) {
        try {
            Briefing briefing = open.briefing(scope, day);
            values.put("known", true);
            values.put("text", briefing.text());
            values.put(
                    "sections",
                    briefing.sections().stream().map(BriefingPanel::section).toList());
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, "There is no day such as that");
        } catch (IllegalStateException e) {
            // No provider writes briefings: the page says that nobody can say
            values.put("known", false);
        }
    }

    private static Map<String, Object> section(BriefingSection section) {
        return Map.of("title", section.title(), "lines", section.lines());
    }

    private static void earlier(Evolution open, Scope scope, long offset, Map<String, Object> values) {
        try {
            List<EvolutionSnapshot> kept = open.history(scope, MOST);
            values.put("total", kept.size());
            values.put(
                    "days",
                    kept.stream()
                            .skip(offset)
                            .limit(SIZE)
                            .map(one -> day(one, scope))
                            .toList());
        } catch (IllegalStateException e) {
            // No provider measures: there are no days to list, and the briefing may still be there
            values.put("unmeasured", true);
        }
    }

    private static Map<String, Object> day(EvolutionSnapshot kept, Scope scope) {
        return Map.of(
                "day", kept.computedAt().toString().substring(0, 10),
                "user", scope.userId() == null ? "" : scope.userId(),
                "score", kept.overallScore(),
                "tasks", kept.tasksCompleted(),
                "at", kept.computedAt());
    }
}
