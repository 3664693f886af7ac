package tacit.runtime.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;

class NodeClientsTest {

    private static final Principal OPERATOR =
            new Principal("operator", AccessRole.OPERATOR, Scope.ofDefaultWorkspace());

    @Test
    void aScriptAsksAResourceOverHttp() throws Exception {
        NodeClients.assume();
        try (ResourceServer server = ResourceServer.of(Map.of("t0", OPERATOR), new Echo())) {
            String script = """
                    import OpenAI from "openai";
                    import { Client } from "@modelcontextprotocol/client";
                    const answer = await fetch(process.env.TACIT + "/echo/a%20b?x=1&x=2", { headers: { authorization: "Bearer t0" } });
                    console.log(answer.status, await answer.text(), typeof OpenAI, typeof Client);
                    const refused = await fetch(process.env.TACIT + "/echo/a");
                    console.log(refused.status);
                    """;

            NodeClients.Run run =
                    NodeClients.run(script, Map.of("TACIT", server.uri().toString()));

            assertThat(run.errors()).isEmpty();
            assertThat(run.output()).isEqualTo("200 {\"id\":\"a b\",\"x\":2} function function\n401\n");
        }
    }

    private static final class Echo implements HttpResource {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return "/echo/{id}";
        }

        @Override
        public Optional<AccessRole> role() {
            return Optional.of(AccessRole.READER);
        }

        @Override
        public Reply handle(Call call) {
            int values = call.query().get("x").size();
            return Reply.json(200, "{\"id\":\"" + call.pathParameters().get("id") + "\",\"x\":" + values + "}");
        }
    }
}
