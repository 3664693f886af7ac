package tacit.panel.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.store.PageRequest;

/** What the core learnt, the newest first. */
@Component(service = Panel.class)
public final class LearningsPanel implements Panel {

    private static final int SIZE = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable LearningsLog log;

    @Override
    public String id() {
        return "learnings";
    }

    @Override
    public String title() {
        return "Learnings";
    }

    @Override
    public Group group() {
        return Group.LEARNING;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Set<String> live() {
        return Set.of("experiment.changed", "generation.activated", "cluster.changed", "dispatch.changed");
    }

    @Override
    public Page show(View view) {
        if (view.principal().scope().userId() != null) {
            throw new HttpProblem(403, "Learnings belong to the workspace; this token is of one user of it");
        }
        LearningsLog there = log;
        if (there == null) {
            throw new HttpProblem(503, "The part of the host that keeps learnings is not there now");
        }
        String kind = view.parameter("kind").orElse("");
        var page = there.list(
                view.principal().scope().workspaceId(),
                view.parameter("profile").orElse(null),
                kind(kind),
                new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", page.rows().stream().map(LearningsPanel::row).toList());
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("kind", kind);
        values.put("profile", view.parameter("profile").orElse(""));
        values.put("kinds", words());
        return Page.of("", LearningsPanel.class, "learnings.peb", values);
    }

    private static Map<String, Object> row(Learning learning) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("at", learning.at());
        row.put("kind", learning.kind());
        row.put("profile", learning.profileId());
        row.put("summary", learning.summary());
        String about = learning.reference() == null ? "" : learning.reference();
        if (about.contains(":")) {
            row.put("about", about.substring(about.indexOf(':') + 1));
            row.put("to", "lineage");
        }
        return row;
    }

    private static Learning.@Nullable Kind kind(String word) {
        for (Learning.Kind kind : Learning.Kind.values()) {
            if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        if (!word.isEmpty()) {
            throw new HttpProblem(400, "kind must be one of those offered");
        }
        return null;
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(List.of(""));
        for (Learning.Kind kind : Learning.Kind.values()) {
            words.add(kind.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
