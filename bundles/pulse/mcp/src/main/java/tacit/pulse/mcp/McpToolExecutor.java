package tacit.pulse.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.execute.TaskExecutor;
import tacit.api.execute.TaskOrder;
import tacit.api.execute.TaskResult;
import tacit.channel.exchange.Surroundings;

/** Has tasks done by a tool of an MCP server, over a connection for each task. Thread-safe. */
@Component
public final class McpToolExecutor implements TaskExecutor {

    private static final Logger log = LoggerFactory.getLogger(McpToolExecutor.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration GREET = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 4 << 20;

    private final McpJsonMapper mapper = new JacksonMcpJsonMapper(new ObjectMapper());
    private final Map<String, String> host;

    @Activate
    public McpToolExecutor() {
        this(System.getenv());
    }

    McpToolExecutor(Map<String, String> host) {
        this.host = Map.copyOf(host);
    }

    @Override
    public String name() {
        return "mcp-tool";
    }

    @Override
    public String problem(Map<String, String> deviceSettings) {
        try {
            Device.of(deviceSettings, host);
            return "";
        } catch (IllegalArgumentException e) {
            return Objects.requireNonNullElse(e.getMessage(), "its settings cannot be read");
        }
    }

    @Override
    public TaskResult execute(TaskOrder order) throws InterruptedException {
        Device device = Device.of(order.deviceSettings(), host);
        if (!device.url().isEmpty()) {
            return ask(order, device, overHttp(device));
        }
        try {
            Path own = Files.createTempDirectory("tacit-mcp-");
            Path mark = own.resolve("process");
            ServerProgram program = program(order, device, mark);
            try {
                return ask(order, device, program);
            } finally {
                program.kill();
                Files.deleteIfExists(mark);
                Files.deleteIfExists(own);
            }
        } catch (IOException e) {
            return TaskResult.unavailable("It cannot be run: " + e.getClass().getSimpleName());
        }
    }

    private ServerProgram program(TaskOrder order, Device device, Path mark) {
        Map<String, String> environment = new TreeMap<>();
        Surroundings.of(host, device.environment())
                .replace(
                        environment,
                        Map.of(
                                "execution",
                                order.executionId(),
                                "workspace",
                                order.brief().workspaceId()));
        return new ServerProgram(device.command(), environment, order.folder(), mark, mapper);
    }

    private McpClientTransport overHttp(Device device) {
        URI uri = URI.create(device.url());
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return HttpClientStreamableHttpTransport.builder(uri.getScheme() + "://" + uri.getRawAuthority())
                .endpoint((path.isEmpty() ? "/" : path) + query)
                .jsonMapper(mapper)
                .connectTimeout(CONNECT)
                .openConnectionOnStartup(false)
                .maxResponseSize(MOST_BYTES)
                .addHttpRequestCustomizer((request, method, endpoint, body, context) -> {
                    if (device.token().isThere()) {
                        request.setHeader(
                                "Authorization", "Bearer " + device.token().reveal());
                    }
                })
                .build();
    }

    private TaskResult ask(TaskOrder order, Device device, McpClientTransport transport) throws InterruptedException {
        Duration patience = Duration.ofMillis(order.remaining());
        McpSyncClient client = McpClient.sync(transport)
                .clientInfo(Implementation.builder("tacit", "1.0.0").build())
                .requestTimeout(patience)
                .initializationTimeout(patience.compareTo(GREET) < 0 ? patience : GREET)
                .jsonSchemaValidator(TRUSTING)
                .build();
        boolean asked = false;
        try {
            client.initialize();
            asked = true;
            return ToolResult.of(
                    device.tool(),
                    client.callTool(CallToolRequest.builder(device.tool())
                            .arguments(device.arguments().of(order))
                            .build()));
        } catch (RuntimeException e) {
            if (isInterrupt(e)) {
                throw new InterruptedException("interrupted");
            }
            log.debug("Tool '{}' gave no result for execution '{}'", device.tool(), order.executionId(), e);
            return failed(e, asked);
        } finally {
            client.close();
        }
    }

    /** What was asked may have been done: it goes to no other device. */
    private static TaskResult failed(RuntimeException failure, boolean asked) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof McpError error) {
                return TaskResult.failed("The server refused: " + error.getMessage());
            }
        }
        String why = McpError.findRootCause(failure).getClass().getSimpleName();
        return asked
                ? TaskResult.failed("No result, so nobody knows whether it was done: " + why)
                : TaskResult.unavailable("There is no server: " + why);
    }

    private static boolean isInterrupt(Throwable failure) {
        boolean interrupt = Thread.interrupted();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            interrupt |= cause instanceof InterruptedException;
        }
        return interrupt;
    }

    /** Results are text for whoever gave the task: their form is the tool's own matter. */
    private static final JsonSchemaValidator TRUSTING =
            (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(String.valueOf(content));
}
