package tacit.runtime.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.LedgerEntry;

/**
 * An entry as a line of JSON. There is exactly one text for an entry, in plain ASCII, so a line that was changed in any way
 * is not the text of what it says.
 */
final class LedgerLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<TreeMap<String, TreeMap<String, String>>> SETTINGS = new TypeReference<>() {};

    private LedgerLine() {}

    /** The same entry with the hash that belongs to it. */
    static LedgerEntry sealed(LedgerEntry draft) {
        return new LedgerEntry(
                draft.sequence(),
                draft.act(),
                draft.at(),
                draft.by(),
                draft.reason(),
                draft.generation(),
                draft.previousHash(),
                Digest.of(bytes(withoutHash(draft))));
    }

    /** The line without its end. */
    static byte[] write(LedgerEntry entry) {
        return bytes(withoutHash(entry).put("hash", entry.hash()));
    }

    /**
     * Reads what a line says; whether it may say so is not looked at.
     *
     * @throws com.fasterxml.jackson.core.io.JsonEOFException when it was cut off
     * @throws IOException when it is no JSON
     * @throws IllegalArgumentException when it is JSON but no entry
     */
    static LedgerEntry read(byte[] line) throws IOException {
        JsonNode node = JSON.readTree(line);
        try {
            return new LedgerEntry(
                    node.required("sequence").longValue(),
                    LedgerEntry.Act.valueOf(node.required("act").textValue()),
                    Instant.parse(node.required("at").textValue()),
                    node.required("by").textValue(),
                    node.required("reason").textValue(),
                    generation(node.required("generation")),
                    node.required("previousHash").textValue(),
                    node.required("hash").textValue());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("It is not an entry of a ledger", e);
        }
    }

    private static ObjectNode withoutHash(LedgerEntry entry) {
        ObjectNode node = JSON.createObjectNode()
                .put("sequence", entry.sequence())
                .put("act", entry.act().name())
                .put("at", entry.at().toString())
                .put("by", entry.by())
                .put("reason", entry.reason());
        node.set("generation", node(entry.generation()));
        return node.put("previousHash", entry.previousHash());
    }

    private static ObjectNode node(Generation generation) {
        ObjectNode node = JSON.createObjectNode()
                .put("number", generation.number())
                .put("parent", generation.parent())
                .put("createdAt", generation.createdAt().toString())
                .put("createdBy", generation.createdBy())
                .put("reason", generation.reason());
        ObjectNode roles = node.putObject("roles");
        generation.roles().forEach((role, artifact) -> roles.putObject(role)
                .put("symbolicName", artifact.symbolicName())
                .put("version", artifact.version())
                .put("sha256", artifact.sha256()));
        node.set("configurations", JSON.valueToTree(generation.configurations()));
        return node.put("experimentId", generation.experimentId());
    }

    private static Generation generation(JsonNode node) {
        SortedMap<String, Artifact> roles = new TreeMap<>();
        node.required("roles").properties().forEach(role -> roles.put(role.getKey(), artifact(role.getValue())));
        JsonNode parent = node.required("parent");
        return new Generation(
                node.required("number").longValue(),
                parent.isNull() ? null : parent.longValue(),
                Instant.parse(node.required("createdAt").textValue()),
                node.required("createdBy").textValue(),
                node.required("reason").textValue(),
                roles,
                new TreeMap<>(JSON.convertValue(node.required("configurations"), SETTINGS)),
                node.required("experimentId").textValue());
    }

    private static Artifact artifact(JsonNode node) {
        return new Artifact(
                node.required("symbolicName").textValue(),
                node.required("version").textValue(),
                node.required("sha256").textValue());
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write an entry of the ledger as JSON", e);
        }
    }
}
