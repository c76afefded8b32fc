package io.dialgate.lists.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be used, in words. The JDK's own messages are often nothing but the file's name. */
public final class WhyNot {

  private WhyNot() {}

  /** The middle of a sentence that has named the file already. */
  public static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "access is denied";
      case DirectoryNotEmptyException _ -> "it is a folder with something in it";
      case NotDirectoryException _ -> "it is no folder";
      case CharacterCodingException _ -> "it is not in UTF-8";
      case FileSystemException named when named.getReason() != null -> named.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
