package io.dialgate.runtime.settings;

import java.nio.file.Path;
import java.util.Optional;

import io.dialgate.bridge.WrapUpCodes;

/**
 * What the webhooks take things for.
 *
 * @param codes which of Genesys Cloud's wrap-ups are opt-outs
 * @param region where its numbers are read that have no country code
 * @param cxoneSecret the file with the secret of signed Data Actions; empty: they show a key
 */
public record WebhookSettings(WrapUpCodes codes, String region, Optional<Path> cxoneSecret) {}
