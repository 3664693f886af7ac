package tacit.pulse.executors.shells;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a session keeps between its commands. Immutable.
 *
 * @param folder where the next command begins; empty for the workspace's
 * @param environment variables that commands set or changed
 * @param removed variables that commands took away
 * @param aliases as the shell prints them, to be read by it again
 * @param functions as the shell prints them, to be read by it again
 * @param commands how many there were
 */
record ShellState(
        String workspaceId,
        String key,
        String folder,
        SortedMap<String, String> environment,
        List<String> removed,
        String aliases,
        String functions,
        long commands,
        Instant lastUsedAt) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    ShellState {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        removed = List.copyOf(removed);
    }

    static ShellState fresh(String workspaceId, String key, Instant now) {
        return new ShellState(workspaceId, key, "", new TreeMap<>(), List.of(), "", "", 0, now);
    }

    /** The same after one command that left nothing. */
    ShellState used(Instant now) {
        return new ShellState(workspaceId, key, folder, environment, removed, aliases, functions, commands + 1, now);
    }

    String json() {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("workspaceId", workspaceId);
        node.put("key", key);
        node.put("folder", folder);
        environment.forEach(node.putObject("environment")::put);
        removed.forEach(node.putArray("removed")::add);
        node.put("aliases", aliases);
        node.put("functions", functions);
        node.put("commands", commands);
        node.put("lastUsedAt", lastUsedAt.toString());
        return node.toString();
    }

    static ShellState of(String json) throws JsonProcessingException {
        JsonNode node = MAPPER.readTree(json);
        SortedMap<String, String> environment = new TreeMap<>();
        node.path("environment")
                .properties()
                .forEach(one -> environment.put(one.getKey(), one.getValue().asText()));
        List<String> removed = new ArrayList<>();
        node.path("removed").forEach(one -> removed.add(one.asText()));
        return new ShellState(
                node.path("workspaceId").asText(),
                node.path("key").asText(),
                node.path("folder").asText(),
                environment,
                removed,
                node.path("aliases").asText(),
                node.path("functions").asText(),
                node.path("commands").asLong(),
                Instant.parse(node.path("lastUsedAt").asText("1970-01-01T00:00:00Z")));
    }

    /** The aliases by name, as people read them. */
    Map<String, String> aliasesByName() {
        Map<String, String> byName = new TreeMap<>();
        aliases.lines().forEach(line -> {
            String bare = line.startsWith("alias ") ? line.substring("alias ".length()) : line;
            int equal = bare.indexOf('=');
            if (equal > 0) {
                byName.put(bare.substring(0, equal), unquoted(bare.substring(equal + 1)));
            }
        });
        return byName;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
        return quoted ? text.substring(1, text.length() - 1).replace("'\\''", "'") : text;
    }
}
