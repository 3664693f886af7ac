package tacit.langchain4j;

import tacit.client.AgentRun;
import tacit.client.Context;

/**
 * One question to an agent and all that follows until its answer. Immutable but for its run.
 *
 * @param run what is recorded of it
 * @param session the conversation; empty where it is not known
 * @param task what was asked
 * @param context what Tacit knows of it
 */
record Turn(AgentRun run, String session, String task, Context context) {}
