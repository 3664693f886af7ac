/**
 * Coding agents that call hooks: what they do becomes evidence, prompts get their context, and calls of tools are judged.
 *
 * <pre>
 *   agent --hook event--> tacit-hook (sh, curl) --POST /v1/agents/…--> [hooks] --context, decision--> agent
 *                                                                         '--TraceUpdate--> ingest
 * </pre>
 */
@NullMarked
package tacit.surface.agents;

import org.jspecify.annotations.NullMarked;
