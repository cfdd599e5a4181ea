"""Code that several commands share: choosing the file, the practice journal, output."""
