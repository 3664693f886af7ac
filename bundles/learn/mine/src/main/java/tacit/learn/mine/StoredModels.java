package tacit.learn.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;
import tacit.api.store.Session;
import tacit.learn.mine.triage.KindModel;
import tacit.learn.mine.triage.TriageModel;

/** Keeps the model of each workspace beside the name of the statements that it was learned from. Thread-safe. */
final class StoredModels {

    private static final String BIAS = "";

    private record Weight(String category, String feature, double weight) {}

    private final Database database;

    StoredModels(Database database) {
        this.database = database;
    }

    /** The model that was learned from these very statements. */
    Optional<TriageModel> find(String workspaceId, String fingerprint) {
        return database.read(session -> session.selectOne(
                        "SELECT fingerprint FROM mine_models WHERE workspace_id = ?",
                        row -> row.text("fingerprint"),
                        workspaceId)
                .filter(fingerprint::equals)
                .map(same -> model(weights(session, workspaceId))));
    }

    void keep(String workspaceId, String fingerprint, TriageModel model) {
        database.write(session -> {
            session.update("DELETE FROM mine_weights WHERE workspace_id = ?", workspaceId);
            session.update("DELETE FROM mine_models WHERE workspace_id = ?", workspaceId);
            session.update(
                    "INSERT INTO mine_models (workspace_id, fingerprint) VALUES (?, ?)", workspaceId, fingerprint);
            session.batch(
                    "INSERT INTO mine_weights (workspace_id, category, feature, weight) VALUES (?, ?, ?, ?)",
                    rows(workspaceId, model));
            return true;
        });
    }

    private static List<Weight> weights(Session session, String workspaceId) {
        return session.select(
                "SELECT category, feature, weight FROM mine_weights WHERE workspace_id = ?",
                row -> new Weight(row.text("category"), row.text("feature"), row.real("weight")),
                workspaceId);
    }

    private static TriageModel model(List<Weight> weights) {
        Map<String, Map<String, Double>> kinds = new TreeMap<>();
        for (Weight weight : weights) {
            kinds.computeIfAbsent(weight.category(), kind -> new TreeMap<>()).put(weight.feature(), weight.weight());
        }
        Map<String, KindModel> models = new TreeMap<>();
        kinds.forEach((kind, features) -> {
            Double bias = features.remove(BIAS);
            models.put(kind, new KindModel(bias == null ? 0 : bias, features));
        });
        return new TriageModel(models);
    }

    private static List<@Nullable Object[]> rows(String workspaceId, TriageModel model) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        model.kinds().forEach((kind, weights) -> {
            rows.add(new Object[] {workspaceId, kind, BIAS, weights.bias()});
            weights.weights().forEach((feature, weight) -> rows.add(new Object[] {workspaceId, kind, feature, weight}));
        });
        return rows;
    }
}
