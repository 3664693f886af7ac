package tacit.surface.gateway.rest;

import static tacit.surface.gateway.rest.reply.Views.put;
import static tacit.surface.gateway.rest.reply.Views.seconds;
import static tacit.surface.gateway.rest.reply.Views.time;
import static tacit.surface.gateway.rest.reply.Views.word;

import java.util.LinkedHashMap;
import java.util.Map;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.EvalCase;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Signature;

/** How failures, their families and their cases look as JSON. */
final class LearnViews {

    private LearnViews() {}

    static Map<String, Object> cluster(FailureCluster cluster) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", cluster.id());
        fields.put("title", cluster.title());
        fields.put("category", cluster.category());
        fields.put("failureClass", word(cluster.failureClass()));
        fields.put("signature", signature(cluster.signature()));
        fields.put("state", word(cluster.state()));
        fields.put("count", cluster.count());
        fields.put("traces", cluster.traces());
        fields.put(
                "impact",
                new Cost(cluster.impact().tokens(), seconds(cluster.impact().duration())));
        put(fields, "firstSeen", time(cluster.firstSeen()));
        put(fields, "lastSeen", time(cluster.lastSeen()));
        fields.put("examples", cluster.examples());
        fields.put("version", cluster.version());
        return fields;
    }

    static Map<String, Object> member(ClusterMember member) {
        Map<String, Object> fields = failure(member.record());
        fields.put("similarity", member.similarity());
        fields.put("joinedBy", member.joinedBy());
        return fields;
    }

    static Map<String, Object> failure(FailureRecord failure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", failure.id());
        fields.put("traceId", failure.traceId());
        put(fields, "spanId", failure.finding().spanId());
        put(fields, "taskKey", failure.taskKey());
        fields.put("detector", failure.detector());
        fields.put("category", failure.finding().category());
        fields.put("failureClass", word(failure.finding().failureClass()));
        fields.put("severity", word(failure.finding().severity()));
        fields.put("confidence", failure.finding().confidence());
        fields.put("reason", failure.finding().reason());
        fields.put("evidence", failure.finding().evidence());
        put(fields, "code", failure.finding().code());
        fields.put("signature", signature(failure.signature()));
        fields.put("tokens", failure.tokens());
        fields.put("seconds", seconds(failure.duration()));
        put(fields, "occurredAt", time(failure.occurredAt()));
        return fields;
    }

    static Map<String, Object> evalCase(EvalCase evalCase) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", evalCase.id());
        fields.put("clusterId", evalCase.clusterId());
        fields.put("title", evalCase.title());
        fields.put("check", evalCase.check());
        fields.put("older", evalCase.older());
        fields.put("newer", evalCase.newer());
        fields.put("splitBy", evalCase.splitBy());
        put(fields, "createdAt", time(evalCase.createdAt()));
        return fields;
    }

    private static Map<String, Object> signature(Signature signature) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("operation", signature.operation());
        put(fields, "tool", signature.tool());
        fields.put("category", signature.category());
        fields.put("template", signature.template());
        fields.put("stage", signature.stage());
        return fields;
    }

    /** An impact, in the order of its fields in an answer. */
    private record Cost(long tokens, double seconds) {}
}
