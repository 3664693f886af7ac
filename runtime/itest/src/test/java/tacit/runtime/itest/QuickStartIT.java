package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.runtime.testkit.browser.Browser;
import tacit.runtime.testkit.http.NodeClients;

/** Each quick start, followed to the letter: its trace is seen in Mission Control, and its context stands in the next prompt. */
class QuickStartIT {

    private static final String KNOWN = "Releases go out with make ship only";

    @TempDir
    Path folder;

    @BeforeEach
    void need() {
        Browser.assume();
    }

    @Test
    void claudeCode() throws Exception {
        NodeClients.assume();
        try (QuickStart start = QuickStart.follow("claude-code", folder)) {
            assertThat(start.printed("claude -p")).contains("The model was told: ", KNOWN);
            assertThat(start.printed("./tacit shell \"tacit:traces\"")).contains("claude-code:");
            assertThat(start.seen("claude-code"))
                    .contains("execute_tool Bash", "make ship", "How do we release the shop?", "tool_decision");
            assertThat(start.home().resolve(".claude")).doesNotExist();
            start.end();
        }
    }

    @Test
    void codex() throws Exception {
        NodeClients.assume();
        try (QuickStart start = QuickStart.follow("codex", folder)) {
            assertThat(start.printed("codex ")).contains("The model was told: ", KNOWN);
            assertThat(start.printed("./tacit shell \"tacit:traces\"")).contains("codex");
            assertThat(start.seen("codex"))
                    .contains("user_prompt", "How do we release the shop?", "shell", "It is shipped");
            assertThat(start.home().resolve(".codex")).doesNotExist();
            start.end();
        }
    }

    @Test
    void curl() throws Exception {
        try (QuickStart start = QuickStart.follow("curl", folder)) {
            assertThat(start.printed("./tacit shell")).contains("\"contextId\"", KNOWN);
            assertThat(start.printed("curl -s -H \"$H\" -H \"$J\" $A/v1/decide"))
                    .contains("\"deny\"");
            assertThat(start.printed("curl -s -H \"$H\" -H \"$J\" $A/v1/outcomes"))
                    .contains("\"accepted\":1", "invoke_agent my-agent", "\"success\"", "\"userId\":\"ann\"");
            assertThat(start.seen("my-agent")).contains("invoke_agent my-agent", "success");
            start.end();
        }
    }

    @Test
    void langChain() throws Exception {
        NodeClients.assume();
        try (QuickStart start = QuickStart.follow("langchain", folder)) {
            assertThat(start.printed("TACIT_TOKEN="))
                    .contains("System: ", KNOWN, "Human: How do we release the shop?", "AI: make ship");
            assertThat(start.printed("./tacit shell \"tacit:traces\"")).contains("my-chain");
            assertThat(start.seen("my-chain"))
                    .contains("FakeListChatModel", "ChatPromptTemplate", "tacit.context.id", KNOWN);
            start.end();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring-ai", "langchain4j"})
    void adapters(String page) throws Exception {
        try (QuickStart start = QuickStart.follow(page, folder)) {
            assertThat(start.printed("java -cp"))
                    .contains(
                            "I was asked:", "Orders live in table ord", "How many orders are open?", "And yesterday?");
            assertThat(start.printed("curl -H \"$H\" \"$A/v1/traces?agent=clerk\""))
                    .contains("\"total\":2", "\"userId\":\"nora\"", "And yesterday?");
            assertThat(start.seen("clerk")).contains("And yesterday?");
            start.end();
        }
    }
}
