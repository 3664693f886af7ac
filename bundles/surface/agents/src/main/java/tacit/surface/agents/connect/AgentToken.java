package tacit.surface.agents.connect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.access.Tokens;
import tacit.api.store.Scope;
import tacit.surface.agents.text.SettingsFile;

/**
 * The token of an agent: it writes evidence and asks for context, for its user only. It lies in a file that curl reads, so
 * that it stands on no command line.
 */
final class AgentToken {

    private static final Pattern BEARER = Pattern.compile("Bearer ([^\"\\s]+)");
    private static final String ACTOR = "operator";
    private static final int MOST = 100;

    private final Tokens tokens;
    private final Agent agent;
    private final Path file;

    AgentToken(Tokens tokens, Agent agent, Path folder) {
        this.tokens = tokens;
        this.agent = agent;
        this.file = folder.resolve(agent.label() + ".curl");
    }

    /** The token of the file, where it is still good for this user. */
    Optional<String> known(String userId) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Matcher bearer = BEARER.matcher(Files.readString(file, StandardCharsets.UTF_8));
            return bearer.find()
                    ? Optional.of(bearer.group(1)).filter(token -> tokens.authenticate(token)
                            .filter(holder -> holder.role() == AccessRole.AGENT)
                            .filter(holder -> userId.equals(holder.scope().userId()))
                            .isPresent())
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read '" + file + "': " + e.getMessage(), e);
        }
    }

    /** Makes a token under the agent's name, or that name with a number where it is taken; answers the name. */
    String make(String userId) {
        String name = freeName();
        Scope scope = new Scope(Scope.DEFAULT_WORKSPACE, userId);
        String token = tokens.create(new Principal(name, AccessRole.AGENT, scope), ACTOR);
        String config = "header = \"Authorization: Bearer " + token + "\"\n";
        SettingsFile.read(file).replace(config.getBytes(StandardCharsets.UTF_8));
        return name;
    }

    void revoke(String name) {
        tokens.revoke(name, ACTOR);
    }

    void forget() {
        SettingsFile.read(file).delete();
    }

    private String freeName() {
        Set<String> taken = tokens.list().stream().map(Principal::name).collect(Collectors.toSet());
        if (!taken.contains(agent.label())) {
            return agent.label();
        }
        for (int i = 2; i < MOST; i++) {
            if (!taken.contains(agent.label() + "-" + i)) {
                return agent.label() + "-" + i;
            }
        }
        throw new IllegalStateException("Cannot make a token: every name like " + agent.label() + "-2 is taken");
    }
}
