package tacit.panel.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposals;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WriteGate;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** How much waits for somebody, by what it is; what cannot be asked is unknown, and never nothing. Immutable. */
record Waiting(
        @Nullable Approvals approvals,
        @Nullable WriteGate writes,
        @Nullable Experiments experiments,
        @Nullable SkillProposals skills,
        @Nullable SuggestionDesk suggestions) {

    private static final PageRequest ONE = PageRequest.first(1);
    private static final int MANY = 1000;

    /** Rows of what waits: a label, the panel that shows it, and the number, which is missing where nobody can say. */
    List<Map<String, Object>> of(Scope scope) {
        List<Map<String, Object>> rows = new ArrayList<>();
        add(rows, "Approvals", "approvals", approvals, inbox -> inbox.list(scope, Approval.State.PENDING, null, ONE)
                .total());
        add(rows, "Memory writes", "writes", writes, gate -> gate.list(scope, PendingWrite.Status.PENDING, ONE)
                .total());
        if (scope.userId() == null) {
            add(rows, "Experiments to decide", "experiments", experiments, all -> all.list(
                            scope, Set.of(ExperimentState.PASSED_GATE), ONE)
                    .total());
            add(rows, "Suggestions", "suggestions", suggestions, desk -> desk.list(
                            scope.workspaceId(), Suggestion.State.OPEN, ONE)
                    .total());
        }
        add(rows, "Skill proposals", "skills", skills, all -> all.list(scope, SkillProposal.Status.PENDING, MANY)
                .size());
        return rows;
    }

    private static <S> void add(
            List<Map<String, Object>> rows,
            String label,
            String panel,
            @Nullable S service,
            Function<S, ? extends Number> number) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("label", label, "panel", panel));
        if (service != null) {
            Number waiting = number.apply(service);
            row.put("number", waiting);
            row.put("state", waiting.longValue() > 0 ? "wait" : "");
        }
        rows.add(row);
    }
}
