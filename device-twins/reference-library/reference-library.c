/*
 * A library with the exported functions of SSCardDriver and HeaSecReadInfo, for tests of the bridge. What it does is read
 * from the file named by REFERENCE_BEHAVIOUR at each call, one word and perhaps a number:
 *
 *   normal          success, with the answer below
 *   error N         returns N with a text
 *   slow MS         success after MS milliseconds
 *   fill N          success with N letters A and a zero in the last output
 *   garbage         success with bytes that are no text in GBK
 *   silent          success, and writes nothing
 *   hang            never returns
 *   abort, crash    ends the process
 *
 * Compiled with TWIN_FOLDER it is the twin of a reader instead: the behaviour is in the file `behaviour` of that folder,
 * and the card that lies on the reader in the file `card`; without that file there is none.
 *
 * Texts are GBK: written as bytes, so that this file stays ASCII.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* 张三 */
#define NAME "\xd5\xc5\xc8\xfd"
#define CARD \
  "639900|11010519491231002X|X00000019|639900D15600000500BF7C7A48FB4966|" NAME \
  "|00814E43238697159900BF7C7A|1.00|20101001|20201001|410100813475|0001|"
/* 读卡失败 */
#define FAILURE "\xb6\xc1\xbf\xa8\xca\xa7\xb0\xdc"
/* 张三|男|汉|19491231|东莞|...|长期|公安局 */
#define IDENTITY                                                                       \
  NAME "|\xc4\xd0|\xba\xba|19491231|\xb6\xab\xdd\xb8|11010519491231002X|20100101|" \
       "\xb3\xa4\xc6\xda|\xb9\xab\xb0\xb2\xbe\xd6|"

#ifdef TWIN_FOLDER
#define BEHAVIOUR TWIN_FOLDER "/behaviour"
#else
#define BEHAVIOUR getenv("REFERENCE_BEHAVIOUR")
#endif

static int initialised = 0;

/* The card on the reader, at most 1,000 bytes of it; NULL when there is none. */
static const char *card_on_reader(void) {
#ifdef TWIN_FOLDER
  static char text[1001];
  size_t length;
  FILE *file = fopen(TWIN_FOLDER "/card", "r");
  if (file == NULL) return NULL;
  length = fread(text, 1, sizeof text - 1, file);
  text[length] = '\0';
  fclose(file);
  return text;
#else
  return CARD;
#endif
}

static void pause_ms(long ms) {
  struct timespec wait = {ms / 1000, (ms % 1000) * 1000000L};
  nanosleep(&wait, NULL);
}

/* Does what the behaviour says; `first` carries the text of an error, `last` the business answer. */
static int behave(char *first, const char *first_text, char *last, const char *last_text) {
  char word[32] = "normal";
  long number = 0;
  const char *path = BEHAVIOUR;
  FILE *file = path == NULL ? NULL : fopen(path, "r");
  if (file != NULL) {
    if (fscanf(file, "%31s %ld", word, &number) < 1) strcpy(word, "normal");
    fclose(file);
  }
  if (strcmp(word, "error") == 0) {
    strcpy(first, FAILURE);
    return (int)number;
  }
  if (strcmp(word, "silent") == 0) return 0;
  if (strcmp(word, "hang") == 0) {
    for (;;) pause();
  }
  if (strcmp(word, "abort") == 0) abort();
  if (strcmp(word, "crash") == 0) raise(SIGSEGV);
  if (strcmp(word, "slow") == 0) pause_ms(number);
  strcpy(first, first_text);
  if (last != first) strcpy(last, last_text);
  if (strcmp(word, "fill") == 0) {
    memset(last, 'A', (size_t)number);
    last[number] = '\0';
  }
  if (strcmp(word, "garbage") == 0) strcpy(last, "\xff\xff|\x80\xff|\x81");
  return 0;
}

/* SSCardDriver */

int iReadCardBas(int type, char *out) {
  const char *card = card_on_reader();
  (void)type;
  if (card == NULL) {
    strcpy(out, FAILURE);
    return -1;
  }
  return behave(out, card, out, "");
}

int iReadCard(int type, int authentication, char *card, char *files, char *out) {
  char text[2048];
  snprintf(text, sizeof text, "%d|%d|%.900s|%.900s|", type, authentication, card, files);
  return behave(out, text, out, "");
}

int iVerifyPIN(int type, char *out) {
  (void)type;
  return behave(out, "OK", out, "");
}

/* HeaSecReadInfo */

int Init(char *settings, char *error) {
  initialised = strstr(settings, "\"IP\"") != NULL;
  if (!initialised) strcpy(error, FAILURE);
  return initialised ? 0 : -1;
}

/* The business answer repeats what stood in its buffer before: Sichuan passes the transaction there. */
static int business(char *first, const char *first_text, char *out) {
  char text[256];
  if (!initialised) return -2;
  snprintf(text, sizeof text, "business-%.32s", out);
  return behave(first, first_text, out, text);
}

int ReadCardBas(char *card, char *out) {
  const char *text = card_on_reader();
  return text == NULL ? -1 : business(card, text, out);
}

int ReadSFZ(char *photo, char *identity, char *out) {
  if (photo != NULL) return -3;
  return business(identity, IDENTITY, out);
}

int EcQuery(char *query, char *out) {
  char text[4200];
  if (!initialised) return -2;
  snprintf(text, sizeof text, "code-%.4000s", query);
  return behave(out, text, out, "");
}

int VerifyPIN(char *out) {
  if (!initialised) return -2;
  return behave(out, "OK", out, "");
}
