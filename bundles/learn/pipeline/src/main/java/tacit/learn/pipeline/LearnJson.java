package tacit.learn.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import tacit.api.ingest.Refusal;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.Signature;

/** Writes a summary as one JSON object. */
final class LearnJson {

    private static final double MILLIS = 1000.0;

    private final ObjectMapper mapper = new ObjectMapper();

    String write(LearnSummary summary) {
        ObjectNode root = mapper.createObjectNode();
        ImportCounts counts = summary.counts();
        root.putObject("traces")
                .put("read", counts.read())
                .put("new", counts.fresh())
                .put("duplicate", counts.duplicate())
                .put("refused", counts.refused());
        root.put("spans", counts.spans());
        ObjectNode outcomes = root.putObject("outcomes");
        counts.outcomes().forEach((label, count) -> outcomes.put(label.name().toLowerCase(Locale.ROOT), count));
        root.put("failures", summary.failures());
        ArrayNode clusters = root.putArray("clusters");
        summary.clusters().forEach(cluster -> write(cluster, clusters.addObject()));
        root.put("evalCases", summary.evalCases());
        ArrayNode refused = root.putArray("refused");
        summary.refused().forEach(refusal -> write(refusal, refused.addObject()));
        root.put("elapsedMs", summary.elapsed().toMillis());
        return root.toString();
    }

    private static void write(FailureCluster cluster, ObjectNode node) {
        node.put("id", cluster.id())
                .put("title", cluster.title())
                .put("category", cluster.category())
                .put("signature", text(cluster.signature()))
                .put("state", cluster.state().name().toLowerCase(Locale.ROOT))
                .put("count", cluster.count())
                .put("traces", cluster.traces());
        node.putObject("impact")
                .put("tokens", cluster.impact().tokens())
                .put("seconds", cluster.impact().duration().toMillis() / MILLIS);
        ArrayNode examples = node.putArray("examples");
        cluster.examples().forEach(examples::add);
    }

    /** The parts of a signature that tell families apart, in one line. */
    private static String text(Signature signature) {
        String tool = signature.tool() == null ? "" : " " + signature.tool();
        return signature.operation() + tool + " | " + signature.category() + " | " + signature.template();
    }

    private static void write(Refusal refusal, ObjectNode node) {
        node.put("file", refusal.file()).put("position", refusal.position()).put("reason", refusal.reason());
    }
}
