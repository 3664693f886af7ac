package tacit.memory.external.supermemory;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.memory.ExternalContext;
import tacit.api.memory.ExternalContext.Fact;
import tacit.api.memory.ExternalForgetting;
import tacit.api.memory.ExternalMemory;
import tacit.api.memory.ExternalNote;
import tacit.api.memory.ExternalQuery;
import tacit.api.memory.ExternalState;
import tacit.api.memory.RemoteCopy;
import tacit.api.store.Scope;

/** Supermemory, as its public documentation describes it; nothing of it is made before an operator configures it. Thread-safe. */
@Component(
        service = {ExternalMemory.class, Supermemory.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Supermemory.Config.class)
public final class Supermemory implements ExternalMemory {

    /** By which it is known. */
    public static final String ID = "supermemory";

    /** Whoever needs it is made where it is configured, and only there. */
    static final String PID = "tacit.memory.external.supermemory.Supermemory";

    private static final int FACTS = 5;
    private static final int HITS = 4;

    /** How the service is used. */
    @ObjectClassDefinition(name = "Tacit Supermemory")
    public @interface Config {

        @AttributeDefinition(name = "Enabled", description = "Whether the service is asked at all")
        boolean enabled() default false;

        @AttributeDefinition(name = "Key file", description = "A file that holds the key and nothing else")
        String key_file() default "";

        @AttributeDefinition(name = "Key variable", description = "The environment variable that holds the key")
        String key_environment() default "";

        @AttributeDefinition(
                name = "Address",
                description = "Where the service is; anything but " + Settings.BASE_URL + " means just that")
        String base_url() default Settings.BASE_URL;

        @AttributeDefinition(
                name = "Container",
                description = "Where texts of a workspace lie, with {workspaceId} and {workspaceName}")
        String container_tag_template() default Containers.TEMPLATE;

        @AttributeDefinition(name = "Prompts", description = "Whether prompts get what the service knows")
        boolean include_profile_in_prompt() default true;

        @AttributeDefinition(
                name = "Mirror",
                description = "Whether new memories of the archive are copied to the service; private ones never are")
        boolean mirror_memory_writes() default true;

        @AttributeDefinition(name = "Search mode", description = "hybrid, memories or documents")
        String search_mode() default "hybrid";

        @AttributeDefinition(name = "Rerank", description = "Whether the service orders what it found once more")
        boolean rerank() default true;

        @AttributeDefinition(name = "Threshold", description = "How alike a hit must be; put into [0, 1]")
        double threshold() default Settings.THRESHOLD;

        @AttributeDefinition(
                name = "Further containers",
                description = "Containers that a tool may name besides, each as TAG | DESCRIPTION")
        String[] custom_containers() default {};
    }

    private final Settings settings;
    private final boolean keyConfigured;
    private final Connection connection;
    private final Requests requests;

    @Activate
    public Supermemory(@Reference Clock clock, Config config) {
        this(
                Settings.of(config),
                Key.find(config.key_file(), config.key_environment(), System.getenv()),
                clock,
                URI.create(Settings.baseUrl(config.base_url())));
    }

    /** At another address, which no setting can name. */
    Supermemory(Settings settings, Key key, Clock clock, URI address) {
        this.settings = settings;
        this.keyConfigured = key.isThere();
        this.connection = new Connection(address, key, clock);
        this.requests = new Requests(settings);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean enabled() {
        return settings.enabled() && keyConfigured;
    }

    @Override
    public boolean mirrors() {
        return settings.mirror();
    }

    @Override
    public ExternalContext prefetch(ExternalQuery query) {
        String asked = query.query() == null ? "" : query.query().strip();
        TreeMap<String, String> metadata = new TreeMap<>(Map.of("query", asked));
        if (!settings.profileInPrompt()) {
            return new ExternalContext(ID, List.of(), metadata);
        }
        String container = settings.containers().own(query.workspaceId(), query.workspaceName());
        metadata.put("container", container);
        return new ExternalContext(ID, profile(container, asked), metadata);
    }

    /** The profile of a workspace, in a container that is allowed. */
    List<Fact> profile(String workspaceId, String workspaceName, @Nullable String container, String query) {
        return profile(settings.containers().allowed(workspaceId, workspaceName, container), query);
    }

    private List<Fact> profile(String container, String query) {
        return Found.profile(post("/v4/profile", requests.profile(container, query), Connection.USUAL), FACTS, HITS);
    }

    /** What is like a query in a container that is allowed, the best first. */
    List<Fact> search(String workspaceId, String workspaceName, @Nullable String container, String query, int most) {
        String allowed = settings.containers().allowed(workspaceId, workspaceName, container);
        return Found.hits(post("/v4/search", requests.search(allowed, query, most), Connection.USUAL), most);
    }

    @Override
    public RemoteCopy remember(ExternalNote note) {
        String container = settings.containers().allowed(note.workspaceId(), note.workspaceName(), note.container());
        JsonNode answer = post("/v4/memories", Requests.remember(container, note), patience(note.background()));
        String id = Found.text(answer.path("memories").path(0).path("id"));
        if (id == null) {
            throw new IllegalStateException("The service did not say what it remembers");
        }
        return new RemoteCopy(id, Found.text(answer.path("documentId")), container);
    }

    @Override
    public void forget(ExternalForgetting forgetting) {
        Map<String, Object> body = Requests.forget(container(forgetting), forgetting);
        refuseWhileOff();
        connection.delete("/v4/memories", body, patience(forgetting.background()));
        if (forgetting.documentId() != null) {
            String document = URLEncoder.encode(forgetting.documentId(), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            connection.delete("/v3/documents/" + document, null, patience(forgetting.background()));
        }
    }

    // Where a copy was put before is known for sure; the settings may have changed since
    private String container(ExternalForgetting forgetting) {
        return forgetting.background() && forgetting.container() != null
                ? forgetting.container()
                : settings.containers()
                        .allowed(forgetting.workspaceId(), forgetting.workspaceName(), forgetting.container());
    }

    @Override
    public ExternalState state() {
        Instant until = connection.pausedUntil().orElse(null);
        return new ExternalState(settings.enabled(), keyConfigured, until, settings.view(keyConfigured));
    }

    @Override
    public String check() {
        if (!enabled()) {
            return keyConfigured ? "It is switched off" : "It has no key";
        }
        try {
            String container = settings.containers().own(Scope.DEFAULT_WORKSPACE, Scope.DEFAULT_WORKSPACE);
            post("/v4/profile", requests.profile(container, ""), Connection.CHECK);
            return "It answers";
        } catch (RuntimeException e) {
            return "It does not answer: " + Objects.requireNonNullElse(e.getMessage(), "unknown");
        }
    }

    private JsonNode post(String path, Object body, Duration timeout) {
        refuseWhileOff();
        return connection.post(path, body, timeout);
    }

    private void refuseWhileOff() {
        if (!enabled()) {
            throw new IllegalStateException("Supermemory is disabled");
        }
    }

    private static Duration patience(boolean background) {
        return background ? Connection.BACKGROUND : Connection.USUAL;
    }
}
