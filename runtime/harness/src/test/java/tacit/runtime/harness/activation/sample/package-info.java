/** What the bundles that tests put into slots are made of. */
package tacit.runtime.harness.activation.sample;
