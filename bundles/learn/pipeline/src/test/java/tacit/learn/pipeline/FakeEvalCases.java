package tacit.learn.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureCluster;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Makes an empty case of every family that it is shown. */
final class FakeEvalCases implements EvalCases {

    final List<String> refreshed = new ArrayList<>();

    @Override
    public List<EvalCase> refresh(Scope scope, List<FailureCluster> clusters) {
        clusters.forEach(cluster -> refreshed.add(cluster.id()));
        return clusters.stream()
                .map(cluster -> new EvalCase("e1", cluster.id(), "case", Map.of(), List.of(), List.of(), "time", null))
                .toList();
    }

    @Override
    public Optional<EvalCase> find(Scope scope, String caseId) {
        return Optional.empty();
    }

    @Override
    public Page<EvalCase> list(Scope scope, PageRequest page) {
        return new Page<>(List.of(), 0, 0);
    }
}
