package io.dialgate.bridge.platform;

import java.util.Set;

import io.dialgate.runtime.bridges.ProfileFiles;

/** The profiles that are shipped, with the parameters that they need. */
public final class Profiles {

  private Profiles() {}

  public static Profile cxoneGuide() {
    return ProfileFiles.read("cxone", "guide", Set.of(), Set.of());
  }

  public static Profile cxoneAdminApi() {
    return ProfileFiles.read("cxone", "admin-api", Set.of(Kind.LIST_ADD), Set.of("version", "groupId"));
  }

  public static Profile genesys() {
    return ProfileFiles.read("genesys", "platform-api", Set.of(), Set.of("dncListId", "contactListId"));
  }
}
