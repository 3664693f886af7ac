package tacit.surface.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;

/** The official Java SDK as a client. */
class JavaSdkTest {

    @TempDir
    Path folder;

    private TestDatabase database;
    private Host host;
    private McpSyncClient client;

    @BeforeEach
    void open() throws Exception {
        database = Engine.HSQLDB.open();
        host = new Host(database.database(), folder);
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                host.server.uri().toString())
                        .endpoint("/mcp")
                        .jsonMapper(new JacksonMcpJsonMapper(new ObjectMapper()))
                        .addHttpRequestCustomizer((request, method, endpoint, body, context) ->
                                request.setHeader("Authorization", "Bearer ann"))
                        .build())
                .requestTimeout(Duration.ofSeconds(30))
                .jsonSchemaValidator(
                        (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(String.valueOf(content)))
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        host.close();
        database.close();
    }

    @Test
    void listsCallsReadsAndAsks() {
        String id = host.remembered("ann", "Ann likes copper tea");

        McpSchema.InitializeResult greeted = client.initialize();
        List<String> tools =
                client.listTools().tools().stream().map(McpSchema.Tool::name).toList();
        McpSchema.CallToolResult found = client.callTool(McpSchema.CallToolRequest.builder("memory_get")
                .arguments(Map.of("ids", List.of(id)))
                .build());
        McpSchema.CallToolResult failed = client.callTool(McpSchema.CallToolRequest.builder("skill_get")
                .arguments(Map.of("name", "none"))
                .build());

        assertThat(greeted.serverInfo().name()).isEqualTo("tacit");
        assertThat(greeted.protocolVersion()).isEqualTo("2025-11-25");
        assertThat(tools).contains("memory_search", "memory_propose", "search_memories");
        assertThat(String.valueOf(found.structuredContent())).contains("copper tea");
        assertThat(failed.isError()).isTrue();
        assertThat(client.listResources().resources())
                .extracting(McpSchema.Resource::uri)
                .contains("bundle://active", "memory://records/" + id);
        assertThat(client.listResourceTemplates().resourceTemplates()).hasSize(3);
        assertThat(client.listPrompts().prompts())
                .extracting(McpSchema.Prompt::name)
                .containsExactly("tacit_context");
        client.ping();
    }

    @Test
    void isToldOfUnknownTools() {
        client.initialize();

        assertThatThrownBy(() -> client.callTool(
                        McpSchema.CallToolRequest.builder("none").build()))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("Unknown tool");
    }
}
